"""Tests of what follows a status."""
