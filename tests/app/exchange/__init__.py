"""Tests of what comes from files and leaves as files."""
