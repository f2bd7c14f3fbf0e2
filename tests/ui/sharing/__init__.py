"""Tests of the screens of the shared office."""
