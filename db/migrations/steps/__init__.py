"""Longer steps of migrations."""
