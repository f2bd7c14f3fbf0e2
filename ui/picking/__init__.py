"""Choosing a person in any form."""
