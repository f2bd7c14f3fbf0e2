"""Tests of what may hang on a note."""
