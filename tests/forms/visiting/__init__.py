"""Papers of the visiting service: what is promised about them."""
