"""Requirements of the screens of visiting."""
