"""Requirements of legal blocks."""
