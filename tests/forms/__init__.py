"""Paper: what is promised about them."""
