"""Statistics and costs on screen."""
