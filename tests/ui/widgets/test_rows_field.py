"""Rows are added, taken away, kept in drafts, and show their own problems."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.widgets.hands import click
from ui.widgets.fields import DateField, TextField
from ui.widgets.rows_field import RowForm, RowsField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Line(RowForm[str]):
    """A row with a text and a day."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.words, self.day = TextField(), DateField()
        self.add("words", "Words", self.words)
        self.add("day", "Day", self.day)

    def value(self) -> str:
        """Answer the text."""
        return self.words.value()

    def fill(self, value: str) -> None:
        """Show a text."""
        self.words.set_value(value)


@pytest.fixture
def rows(qtbot: QtBot) -> RowsField[str]:
    """Two rows."""
    field: RowsField[str] = RowsField(Line, "Add line", "Take line away")
    qtbot.addWidget(field)
    field.set_value(("one", "two"))
    field.show()
    return field


def test_a_row_comes_with_the_keyboard_in_it_and_goes(qtbot: QtBot, rows: RowsField[str]) -> None:
    changes: list[None] = []
    rows.changed.connect(lambda: changes.append(None))
    click(rows, "Add line")
    assert rows.value() == ("one", "two", "")
    click(rows, "Take line away")
    assert rows.value() == ("two", "")
    assert len(changes) >= len(("added", "taken"))
    del qtbot


def test_a_draft_keeps_texts_and_what_each_row_is_about(qtbot: QtBot, rows: RowsField[str]) -> None:
    other: RowsField[str] = RowsField(Line, "Add line", "Take line away")
    qtbot.addWidget(other)
    other.restore_text(rows.text_value())
    assert other.value() == rows.value()
    assert [row.row_id for row in other.rows] == [row.row_id for row in rows.rows]


def test_what_cannot_be_understood_is_told_in_its_row(rows: RowsField[str]) -> None:
    assert rows.is_valid()
    rows.rows[1].restore({"day": "31.2."})
    assert rows.trouble() == "Please look at the marked field."
    assert rows.rows[1].field("day").problem()
    rows.clear_problems()
    assert not rows.rows[1].field("day").problem()


def test_a_problem_is_shown_in_the_row_it_names(rows: RowsField[str]) -> None:
    rows.show_part_problem("1.words", "too long")
    assert [row.field("words").problem() for row in rows.rows] == ["", "too long"]


def test_rows_can_be_read_only(rows: RowsField[str]) -> None:
    rows.set_read_only(on=True)
    assert not rows.isEnabled()
