"""The requirements of words and carried files."""
