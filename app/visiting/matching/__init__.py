"""Matching: which volunteers suit a waiting person, and the best assignment for all at once."""
