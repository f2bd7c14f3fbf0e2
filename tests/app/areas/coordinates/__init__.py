"""Requirements of coordinates."""
