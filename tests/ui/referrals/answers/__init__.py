"""Tests of the screens of answers."""
