"""Measurements, each beside its baseline in the same run: A B A B. Never part of the tests."""
