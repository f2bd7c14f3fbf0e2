"""Screens of the register of what left the office."""
