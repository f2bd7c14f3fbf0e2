"""Tests of the screens of importing people."""
