"""Tests of the papers about tasks."""
