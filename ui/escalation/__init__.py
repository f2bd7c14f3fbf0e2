"""Screens of concerns: what to do next, whom to call, what was done, how it ended."""
