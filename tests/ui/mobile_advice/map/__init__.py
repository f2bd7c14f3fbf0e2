"""Requirements of drawn maps."""
