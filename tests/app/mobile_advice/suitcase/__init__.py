"""Tests of the suitcase of a tour: packing, opening, returning."""
