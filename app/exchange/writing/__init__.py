"""Writing: lists and cards as files for other programs, none of which can harm them."""
