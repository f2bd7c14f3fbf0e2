"""Areas: the districts, quarters and postal towns that an office works in."""
