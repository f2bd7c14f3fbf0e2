"""Tests of the shared office against a real server."""
