"""Composing letters: a template, an addressee and what was chosen become the facts of a page."""
