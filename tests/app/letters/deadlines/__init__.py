"""Tests of legal deadlines."""
