"""Letters: written for a visit, kept as they were printed, found again."""
