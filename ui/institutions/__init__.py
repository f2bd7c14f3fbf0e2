"""The screens of institutions and their contact persons."""
