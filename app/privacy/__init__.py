"""Privacy: what is held on whom, who looked at whom, and what goes when."""
