"""Clients: the people whom the office helps, their cards and the notes about them."""
