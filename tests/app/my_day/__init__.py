"""Tests of My day: what it is told."""
