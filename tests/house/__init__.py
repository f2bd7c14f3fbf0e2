"""What the tests of the house itself stand on: the sources, read once."""
