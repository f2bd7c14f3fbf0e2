"""Tests of the screens of disclosures."""
