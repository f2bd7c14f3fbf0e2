"""Tests of the screens of privacy."""
