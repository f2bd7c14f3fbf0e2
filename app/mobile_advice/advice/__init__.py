"""Advice: the record of a contact, the tally of a busy morning, the phone line."""
