"""Tests of `app.moving`."""
