"""Tests of linking: two cards, one human being."""
