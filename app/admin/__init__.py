"""The office itself: its card, its keys, its files and backups, its audit lines."""
