"""Importing people: columns are told apart, every row is checked, likely twins are held."""
