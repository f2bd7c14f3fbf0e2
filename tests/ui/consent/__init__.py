"""Tests of the screens of consent."""
