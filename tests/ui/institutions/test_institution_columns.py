"""The columns of institutions: a file has more than the usual list."""

from __future__ import annotations

from ui.institutions.institution_columns import USUAL, institution_columns


def test_the_usual_columns_come_with_icon_and_second_line() -> None:
    name, phone = institution_columns().of(USUAL)
    assert name.quiet is not None
    assert name.icon is not None
    assert (name.key, phone.key) == USUAL


def test_a_file_has_every_column() -> None:
    columns = institution_columns()
    keys = [column.key for column in columns.for_files()]
    assert keys == [key for key, _title in columns.options()]
    assert {"website", "opening_hours", "parent"} < set(keys)
