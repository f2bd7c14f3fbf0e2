"""Screens of privacy: who looked at whom, what is held, and what goes when."""
