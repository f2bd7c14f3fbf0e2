"""Tests of app.letters.memo."""
