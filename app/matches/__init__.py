"""Matching: what people wish, which volunteers suit, and each match from proposal to end."""
