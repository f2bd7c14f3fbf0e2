"""Language mediators."""
