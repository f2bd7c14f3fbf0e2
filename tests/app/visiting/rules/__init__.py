"""Requirements of the rules of visiting."""
