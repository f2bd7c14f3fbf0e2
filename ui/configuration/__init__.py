"""The configuration of the office in the window."""
