"""Requirements of choosing a person."""
