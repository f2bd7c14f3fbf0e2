"""Coordinates of addresses and outlines of districts: read in from official files."""
