"""Whole days of work, from the first start to the printed letter."""
