"""The command line: one module per verb; nothing here knows a window."""
