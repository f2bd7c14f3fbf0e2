"""Papers of the journal: what is promised about them."""
