"""Tests of readability; syllables_*.txt and sentences_*.txt were counted by hand."""
