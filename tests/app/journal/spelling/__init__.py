"""Tests of the spelling of notes."""
