"""Screens of clients: the list, the card, its form and notes, and the picker of a person."""
