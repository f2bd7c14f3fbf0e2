"""Tests of mass letters."""
