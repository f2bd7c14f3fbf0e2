"""Tests of the papers of consent."""
