"""Substitutes: which visits a volunteer cannot make, who could come instead, and one who does."""
