"""Screens of access: colleagues and their rights, and who may know of a person."""
