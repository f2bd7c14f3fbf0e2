"""Tests of the letterhead."""
