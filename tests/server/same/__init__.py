"""The tests of the program's features once more: on a guarded server, each colleague by login."""
