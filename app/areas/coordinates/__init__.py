"""Coordinates of addresses, from official files; nothing is ever asked of anybody outside."""
