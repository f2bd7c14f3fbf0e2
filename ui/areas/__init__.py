"""Screens of areas: which lists are loaded and which areas are in use."""
