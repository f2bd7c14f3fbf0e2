"""Screens of households and relations."""
