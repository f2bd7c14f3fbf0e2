"""Tests of the rules, acts and questions of every feature."""
