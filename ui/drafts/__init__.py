"""Drafts on screens: what is typed is kept as it is typed, and comes back."""
