"""Spelling of notes: dictionaries of this computer, and a process of its own that reads them."""
