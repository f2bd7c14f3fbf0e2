"""Requirements of substitutes."""
