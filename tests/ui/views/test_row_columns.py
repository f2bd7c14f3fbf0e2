"""Columns of a list: chosen by key, shown in words, written to files as they are."""

from __future__ import annotations

from datetime import date

import pytest

from ui.views.row_columns import RowColumn, RowColumns, cell_words
from ui.widgets.columns import Column

ROW = ("Erna", 91)


def _name(row: tuple[str, int]) -> str:
    return row[0]


def _age(row: tuple[str, int]) -> int:
    return row[1]


COLUMNS: RowColumns[tuple[str, int]] = RowColumns(
    (
        RowColumn("name", "Name", _name, shown=Column("Name", _name, width="stretch")),
        RowColumn("age", "Age", _age),
        RowColumn("file", "In files", _name, is_listed=False),
    ),
    ("name",),
)


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        (("age", "name"), ["age", "name"]),
        (("age",), ["name", "age"]),
        ((), ["name"]),
        (("gone", "file"), ["name"]),
    ],
)
def test_a_view_has_its_columns_and_always_the_first_usual_one(
    keys: tuple[str, ...], shown: list[str]
) -> None:
    assert [column.key for column in COLUMNS.of(keys)] == shown


def test_a_column_shows_its_cell_in_words() -> None:
    (_first, age) = COLUMNS.of(("name", "age"))
    assert age.text(ROW) == "91"
    assert COLUMNS.options() == [("name", "Name"), ("age", "Age")]


def test_a_file_has_everything_until_somebody_chose_what_to_see() -> None:
    assert [column.key for column in COLUMNS.for_files()] == ["name", "age", "file"]
    assert COLUMNS.chosen_for_files(("name",)) == ("name", "age", "file")
    assert COLUMNS.chosen_for_files(("name", "age")) == ("name", "age")


def test_cells_are_one_line_on_screen() -> None:
    assert cell_words(None) == ""
    assert cell_words("Mo 9-12\n\n Di 14-16 ") == "Mo 9-12 · Di 14-16"
    assert "2026" in cell_words(date(2026, 11, 24))
