"""What every list does: marks what is shown elsewhere, says what is empty or failed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from ui.views.row_columns import RowColumn, RowColumns
from ui.views.row_list import RowList
from ui.widgets.empty_state import EmptyState
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from sqlalchemy import Connection

    from app.exchange.views.rules import View
    from app.office import Office
    from ui.desk import Desk, Pending


@dataclass(frozen=True)
class _Fruit:
    """A row."""

    name: str
    id: UUID = field(default_factory=uuid4)


class _Fruits(RowList[_Fruit]):
    """A list of what it is given."""

    def __init__(self, desk: Desk) -> None:
        self.given: tuple[_Fruit, ...] = ()
        columns: RowColumns[_Fruit] = RowColumns(
            (RowColumn("name", "Name", lambda row: row.name),), ("name",)
        )
        super().__init__(desk, "fruits", columns, DataTable(columns.of(()), "Fruits"))
        self.arrange()

    def ask_rows(self) -> Pending[Any]:
        return self.desk.ask(_answer, self.given)

    def nothing(self) -> EmptyState:
        return EmptyState("No fruit.", "Add fruit")

    def count_words(self, count: int) -> str:
        return f"{count} fruits"

    def as_filters(self) -> tuple[tuple[str, str], ...]:
        return ()

    def take_filters(self, view: View) -> None:
        del view


def _answer(_connection: Connection, given: tuple[_Fruit, ...]) -> tuple[_Fruit, ...]:
    return given


@pytest.fixture
def fruits(qtbot: QtBot, desk: Desk) -> _Fruits:
    fruits = _Fruits(desk)
    qtbot.addWidget(fruits)
    return fruits


def test_what_is_shown_elsewhere_is_marked_without_telling_anybody(
    qtbot: QtBot, fruits: _Fruits
) -> None:
    fruits.given = (_Fruit("Apple"), _Fruit("Pear"))
    told: list[object] = []
    fruits.chosen.connect(told.append)
    fruits.show_record(fruits.given[1].id)
    fruits.refresh()
    qtbot.waitUntil(lambda: fruits.table.current_row() == fruits.given[1])
    assert told == []
    assert fruits.count.text() == "2 fruits"
    fruits.table.choose_first()
    assert told == [fruits.given[0].id]


def test_an_empty_list_offers_to_add(qtbot: QtBot, fruits: _Fruits) -> None:
    fruits.refresh()
    qtbot.waitUntil(lambda: isinstance(fruits.state.currentWidget(), EmptyState))
    empty = fruits.state.currentWidget()
    assert isinstance(empty, EmptyState)
    with qtbot.waitSignal(fruits.add_wanted):
        empty.acted.emit()


def test_a_list_that_fails_can_be_asked_again(
    qtbot: QtBot, desk: Desk, office: Office, fruits: _Fruits
) -> None:
    fruits.given = (_Fruit("Apple"),)
    desk.close_office()
    fruits.refresh()
    qtbot.waitUntil(lambda: fruits.state.currentWidget() is not fruits.table)
    with qtbot.waitSignal(desk.opened):
        desk.open(lambda: office)
    fruits.state.retried.emit()
    qtbot.waitUntil(lambda: fruits.rows() == list(fruits.given))
