"""The pieces every screen is made of; they know no feature."""
