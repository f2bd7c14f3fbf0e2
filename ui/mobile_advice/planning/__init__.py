"""The order of a tour: the usual one beside the best, on a map, before anything is changed."""
