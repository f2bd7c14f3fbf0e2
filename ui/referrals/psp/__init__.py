"""Screens of PSP groups: there for their members alone."""
