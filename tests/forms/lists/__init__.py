"""Tests of lists on paper."""
