"""Requirements of housing cases."""
