"""Tests of the screens of access."""
