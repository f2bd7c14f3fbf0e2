"""Tests of the screens of matching."""
