"""Tests of the screens of linking."""
