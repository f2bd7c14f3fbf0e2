"""A list with the form of the chosen row: asked when it is shown, asked again after a save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from ui.views.list_form_page import ListFormPage
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from sqlalchemy import Connection

    from ui.desk import Desk, Pending


class _Form(QLineEdit):
    saved = Signal(str)


class _Words(ListFormPage[str]):
    def __init__(self, desk: Desk) -> None:
        self.form = _Form()
        self.asked = 0
        table: DataTable[str] = DataTable((Column("Word", str),), "Words")
        super().__init__(desk, table, self.form, "Add a word", None)
        self.arrange("Words", "All of them.")

    def ask_rows(self) -> Pending[tuple[str, ...]]:
        """Answer two words."""
        self.asked += 1
        return self.desk.ask(_two)

    def show_found(self, found: tuple[str, ...]) -> None:
        """Show them."""
        self.table.set_rows(found, str)
        self.state.show_content()

    def begin(self, row: str | None) -> None:
        """Show one, or none yet."""
        self.form.setText(row or "new")

    def first_field(self) -> QLineEdit:
        """Answer the one field."""
        return self.form


def _two(_connection: Connection) -> tuple[str, ...]:
    return ("one", "two")


def test_rows_are_chosen_added_and_asked_for_again(qtbot: QtBot, desk: Desk) -> None:
    page = _Words(desk)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.table.rows() == ["one", "two"])
    page.table.choose("two")
    assert page.form.text() == "two"
    page.add()
    assert page.form.text() == "new"
    asked = page.asked
    with qtbot.waitSignal(page.said) as said:
        page.form.saved.emit("It is saved.")
    assert said.args == ["It is saved.", None]
    assert page.asked == asked + 1
