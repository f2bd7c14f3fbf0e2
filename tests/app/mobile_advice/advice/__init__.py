"""Advice that is recorded, counted, and given by phone."""
