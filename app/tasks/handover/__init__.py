"""Handing over everything that lies on a colleague's desk."""
