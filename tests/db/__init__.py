"""Tests of tables, opening, keys, backups and migrations."""
