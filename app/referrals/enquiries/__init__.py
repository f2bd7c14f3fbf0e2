"""Enquiries: what was said, until when something must happen, and what follows."""
