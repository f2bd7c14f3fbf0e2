"""Requirements of series of visits."""
