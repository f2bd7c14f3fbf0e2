"""Requirements of the day pack."""
