"""Screens of importing people: from a file to cards, step by step."""
