"""Letters: what is promised about them."""
