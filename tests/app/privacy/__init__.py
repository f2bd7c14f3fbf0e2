"""Tests of privacy: what is held, who looked, what goes."""
