"""Requirements of reading coordinates in on screen."""
