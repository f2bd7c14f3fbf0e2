"""Who may do what, and who may know of whom."""
