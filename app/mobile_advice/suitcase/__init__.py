"""The suitcase of a tour: a part of the office in one encrypted file, and its way back."""
