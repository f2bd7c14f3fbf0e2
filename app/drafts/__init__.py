"""Drafts: what was typed and is not saved yet, kept in the encrypted database."""
