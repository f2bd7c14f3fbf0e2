"""Tests of the screens of clients."""
