"""Tests of matching: wishes, candidates, steps of a match, who waits."""
