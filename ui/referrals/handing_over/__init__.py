"""Screens of matters that are handed over."""
