"""Tests of app.visiting.matching."""
