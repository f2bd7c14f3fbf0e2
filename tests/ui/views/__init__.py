"""Tests of the views of lists."""
