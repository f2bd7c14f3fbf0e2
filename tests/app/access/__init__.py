"""Requirements of rights and access."""
