"""Language mediators: who is asked for which talk, of one's own people or of a pool."""
