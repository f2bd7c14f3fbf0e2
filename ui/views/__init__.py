"""Views of lists: columns and filters kept under a name."""
