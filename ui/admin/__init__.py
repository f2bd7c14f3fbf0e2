"""The screens of the office itself: first start, lock, backups, security, settings."""
