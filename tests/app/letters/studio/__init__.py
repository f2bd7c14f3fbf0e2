"""Tests of the template studio."""
