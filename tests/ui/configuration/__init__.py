"""Tests of the configuration as a file."""
