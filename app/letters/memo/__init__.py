"""Danish Digital Post: letters as MeMo messages that somebody hands over."""
