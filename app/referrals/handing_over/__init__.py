"""Handing a matter over: assigned, referred or transferred, and what became of it."""
