"""Tests of what households and relations mean."""
