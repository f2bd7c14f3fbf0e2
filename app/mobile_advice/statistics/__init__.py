"""Statistics of advice: counted in one pass, told so that nobody can be recognised in them."""
