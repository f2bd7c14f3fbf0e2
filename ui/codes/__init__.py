"""The words of the office in the window."""
