"""Consent: what a person agreed to, for what and to whom, and what was passed on."""
