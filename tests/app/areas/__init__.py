"""Tests of areas: the carried lists, loading them, choosing from them."""
