"""Statistics of advice in the window."""
