"""The outer answer to an enquiry: what leaves the house, and never more."""
