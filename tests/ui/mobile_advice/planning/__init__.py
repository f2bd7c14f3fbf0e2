"""Requirements of planning tours on screen."""
