"""Tests of own fields."""
