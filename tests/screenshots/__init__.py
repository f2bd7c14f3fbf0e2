"""Every screen of the program as a picture, in every theme, language and size of text."""
