"""Tests of the screens of institutions."""
