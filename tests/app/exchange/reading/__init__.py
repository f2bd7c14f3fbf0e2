"""Tests of reading lists from files."""
