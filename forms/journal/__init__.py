"""The journal on paper: all notes about a person."""
