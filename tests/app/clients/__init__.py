"""Tests of clients: what may be typed, what can be done, what can be asked."""
