"""Screens of the suitcase of a tour."""
