"""Tests of My day."""
