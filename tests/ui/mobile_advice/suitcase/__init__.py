"""Tests of the screens of suitcases."""
