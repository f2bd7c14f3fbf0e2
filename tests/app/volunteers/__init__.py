"""Tests of volunteers: what is required, how far they came, what is kept."""
