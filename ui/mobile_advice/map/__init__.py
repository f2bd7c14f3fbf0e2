"""A drawn map of a tour: outlines or a plain grid, numbered stops, no tiles from outside."""
