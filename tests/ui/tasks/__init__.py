"""Tests of the screens of tasks."""
