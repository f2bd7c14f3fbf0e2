"""Screens of linking: pairs that may be one person, both cards, and links to undo."""
