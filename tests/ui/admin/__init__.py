"""Tests of the office's own screens."""
