"""The screens of the journal: notes about people, their writer and their finder."""
