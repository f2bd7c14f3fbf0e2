"""Screens of the outer answer to an enquiry."""
