"""The screens of letters: the history, the writer, a person's letters."""
