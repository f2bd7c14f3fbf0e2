"""The tables of Nahbar and the ways to open, key, back up and migrate them."""
