"""Tests of the shared office's rules, actions and queries."""
