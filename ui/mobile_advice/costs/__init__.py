"""Costs of the bus in the window."""
