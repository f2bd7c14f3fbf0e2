"""Tests of importing people."""
