"""Requirements of the templates that the program carries."""
