"""Paper about privacy: what is held on a person."""
