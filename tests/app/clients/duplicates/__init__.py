"""Tests of the finder of duplicates."""
