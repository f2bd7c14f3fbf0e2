"""Tests of the screens of handing_over."""
