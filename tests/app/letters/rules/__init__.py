"""Requirements of the rules of letters."""
