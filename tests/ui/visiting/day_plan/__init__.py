"""Requirements of the screen of day plans."""
