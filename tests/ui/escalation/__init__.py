"""Requirements of the screens of concerns."""
