"""Institutions: the housing associations, practices and bodies that the office works with."""
