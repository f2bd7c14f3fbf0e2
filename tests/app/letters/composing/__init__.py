"""Tests of composing letters."""
