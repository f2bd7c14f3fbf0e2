"""Tests of the painted calendar."""
