"""Papers of the office: what is promised about them."""
