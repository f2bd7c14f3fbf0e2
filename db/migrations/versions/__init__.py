"""One file per step, each named by its version and what it brings."""
