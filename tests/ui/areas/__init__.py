"""Tests of the screen of areas."""
