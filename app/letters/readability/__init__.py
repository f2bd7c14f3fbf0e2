"""Readability: words, sentences and syllables counted, and what makes a text hard to read."""
