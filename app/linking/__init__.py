"""Linking: cards that are about one human being, found, linked and parted again."""
