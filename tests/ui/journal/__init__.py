"""Tests of the journal's screens."""
