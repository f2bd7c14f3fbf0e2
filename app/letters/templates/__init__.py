"""Templates of letters: those that the program carries."""
