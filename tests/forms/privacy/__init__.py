"""Tests of paper about privacy."""
