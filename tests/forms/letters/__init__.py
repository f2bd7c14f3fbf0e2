"""Letters on paper: what is promised about them."""
