"""Visiting: planning visits to clients, and saying afterwards how they went."""
