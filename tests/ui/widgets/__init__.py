"""The pieces every screen is made of, each held against what people do with it."""
