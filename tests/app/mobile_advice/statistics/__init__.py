"""Statistics of advice."""
