"""Requirements of visiting."""
