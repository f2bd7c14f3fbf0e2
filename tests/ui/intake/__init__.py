"""Tests of the screens of intake."""
