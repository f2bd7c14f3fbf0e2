"""Consent on paper: the form to be signed, and the sheet of data that are passed on."""
