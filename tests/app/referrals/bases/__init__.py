"""Tests of legal bases."""
