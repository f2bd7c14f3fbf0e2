"""Tests of the office itself: card, keys, files, backups."""
