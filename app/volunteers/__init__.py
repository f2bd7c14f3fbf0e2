"""Volunteers: their file, what is required of them, and who may begin to visit."""
