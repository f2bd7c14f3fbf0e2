"""Visits that return: planned in a rhythm, changed from a day on, paused, ended."""
