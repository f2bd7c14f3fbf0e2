"""Tests of handing work over."""
