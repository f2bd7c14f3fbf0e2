"""The configuration of an office as a file: saved, compared, taken over; never personal data."""
