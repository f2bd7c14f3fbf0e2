"""Own fields of the office in the window."""
