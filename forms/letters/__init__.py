"""The letters, one paper per file."""
