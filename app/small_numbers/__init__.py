"""Small numbers: how figures are told so that nobody can be recognised in them."""
