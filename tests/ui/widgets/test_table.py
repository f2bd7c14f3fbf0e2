"""A table shows rows by columns, keeps the choice, and sorts as the language does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication

from resources.text import use_language
from ui import style
from ui.widgets.columns import Column, name_key
from ui.widgets.row_delegate import RowDelegate
from ui.widgets.table import DataTable
from ui.widgets.table_model import TableModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot


@dataclass(frozen=True)
class Row:
    """A person in a table."""

    key: int
    name: str
    town: str = ""


COLUMNS: tuple[Column[Row], ...] = (
    Column(
        "Name",
        lambda row: row.name,
        width="stretch",
        quiet=lambda row: row.town,
        sort=lambda row: name_key(row.name),
    ),
    Column(
        "Key",
        lambda row: str(row.key),
        align="right",
        icon=lambda _row: "person",
        tone=lambda _row: "done",
    ),
    Column("Wide", lambda row: row.name, width=200),
)
ROWS = (Row(1, "Zoe", "Bilk"), Row(2, "Åse", "Ballerup"), Row(3, "Anna", "<b>Köln</b>"))


def make_table(qtbot: QtBot, rows: Sequence[Row] = ROWS) -> DataTable[Row]:
    table = DataTable(COLUMNS, "People")
    qtbot.addWidget(table)
    table.resize(800, 300)
    table.set_rows(rows, keep=lambda row: row.key)
    table.show()
    return table


def names(table: DataTable[Row]) -> list[str]:
    return [row.name for row in table.rows()]


def test_rows_stand_in_the_order_given(qtbot: QtBot) -> None:
    table = make_table(qtbot)
    assert names(table) == ["Zoe", "Åse", "Anna"]
    assert table.model().rowCount(QModelIndex()) == 3
    assert table.accessibleName() == "People"


def test_a_screen_reader_hears_both_lines_and_the_titles(qtbot: QtBot) -> None:
    model = make_table(qtbot).model()
    assert model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == "Zoe, Bilk"
    title = model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
    assert title == "Name"


def test_the_choice_is_kept_by_key_when_rows_are_set_again(qtbot: QtBot) -> None:
    table = make_table(qtbot)
    chosen: list[object] = []
    table.choose(2)
    table.row_chosen.connect(chosen.append)
    table.set_rows((Row(9, "New"), *ROWS))
    assert table.current_row() == ROWS[1]
    assert chosen == []


def test_a_chosen_row_that_is_gone_is_said(qtbot: QtBot) -> None:
    table = make_table(qtbot)
    table.choose(2)
    with qtbot.waitSignal(table.row_chosen) as gone:
        table.set_rows((ROWS[0],))
    assert gone.args == [None]
    assert table.current_row() is None


def test_the_scroll_position_is_kept_when_rows_are_set_again(qtbot: QtBot) -> None:
    many = [Row(number, f"Person {number}") for number in range(500)]
    table = make_table(qtbot, many)
    table.verticalScrollBar().setValue(2000)
    table.set_rows(many)
    assert table.verticalScrollBar().value() == 2000


def test_arrows_choose_and_enter_activates(qtbot: QtBot) -> None:
    table = make_table(qtbot)
    table.choose_first()
    with qtbot.waitSignal(table.row_chosen) as chosen:
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert chosen.args == [ROWS[1]]
    with qtbot.waitSignal(table.row_activated) as activated:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert activated.args == [ROWS[1]]


def test_tab_leaves_the_table(qtbot: QtBot) -> None:
    assert not make_table(qtbot).tabKeyNavigation()


def test_a_click_on_a_title_sorts_and_a_second_one_turns_round(qtbot: QtBot) -> None:
    table = make_table(qtbot)
    table.choose(1)
    table.horizontalHeader().sectionClicked.emit(0)
    assert names(table) == ["Anna", "Åse", "Zoe"]
    assert table.current_row() == ROWS[0]
    table.horizontalHeader().sectionClicked.emit(0)
    assert names(table) == ["Zoe", "Åse", "Anna"]


def test_a_title_without_a_sort_key_does_nothing(qtbot: QtBot) -> None:
    table = make_table(qtbot)
    table.horizontalHeader().sectionClicked.emit(1)
    assert names(table) == ["Zoe", "Åse", "Anna"]


def test_danish_sorts_aa_last(qtbot: QtBot) -> None:
    use_language("da")
    table = make_table(qtbot)
    table.sort_by(0)
    assert names(table) == ["Anna", "Zoe", "Åse"]


def test_the_columns_fill_the_room(qtbot: QtBot) -> None:
    table = make_table(qtbot)
    widths = [table.columnWidth(at) for at in range(3)]
    assert sum(widths) == table.viewport().width()
    assert widths[2] == style.length(200)


def test_rows_grow_with_the_font_and_the_density(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    table = make_table(qtbot)
    style.apply(app, "light", 100, "compact")
    compact = table.rowHeight(0)
    style.apply(app, "light", 100, "roomy")
    assert table.rowHeight(0) == compact + 16
    style.apply(app, "light", 200, "compact")
    assert table.rowHeight(0) == 2 * compact
    style.apply(app, "light", 100, "normal")


def test_any_text_can_be_painted(qtbot: QtBot) -> None:
    hostile = ["\ud800", "a\0b", "\u202eabc", "x" * 100_000, "a\nb", "👵🏽"]
    table = make_table(qtbot, [Row(at, text, text) for at, text in enumerate(hostile)])
    table.choose(0)
    assert not table.grab().isNull()


def test_the_model_answers_nothing_below_a_cell() -> None:
    model = TableModel(COLUMNS)
    model.set_rows(ROWS)
    cell = model.index(0, 0)
    assert model.rowCount(cell) == 0
    assert model.columnCount(cell) == 0
    assert model.data(cell, Qt.ItemDataRole.DecorationRole) is None


def test_a_wider_text_wants_a_wider_column(qtbot: QtBot) -> None:
    delegate = RowDelegate()
    short = delegate.wanted_width(COLUMNS[1], Row(1, ""))
    assert delegate.wanted_width(COLUMNS[1], Row(123_456, "")) > short


def test_other_columns_keep_rows_choice_and_place(qtbot: QtBot) -> None:
    table = make_table(qtbot, [Row(number, f"Name {number}") for number in range(100)])
    table.choose(60)
    table.verticalScrollBar().setValue(55)
    chosen: list[Row | None] = []
    table.row_chosen.connect(chosen.append)

    table.set_columns([COLUMNS[1], COLUMNS[0]])

    assert [column.title for column in table.columns()] == ["Key", "Name"]
    assert table.model().data(table.model().index(60, 0)) == "60"
    current = table.current_row()
    assert current is not None
    assert current.key == 60
    assert chosen == []
    assert table.verticalScrollBar().value() == 55


def test_other_columns_share_the_room_anew(qtbot: QtBot) -> None:
    table = make_table(qtbot)

    table.set_columns(COLUMNS[:1])

    assert table.model().columnCount() == 1
    assert table.columnWidth(0) == table.viewport().width()


def test_the_chosen_row_stays_in_sight_when_the_table_becomes_lower(qtbot: QtBot) -> None:
    rows = [Row(at, f"Name {at}") for at in range(20)]
    table = make_table(qtbot, rows)
    table.choose(4)
    table.resize(800, 160)
    seen = table.visualRect(table.currentIndex())
    assert seen.top() >= 0
    assert seen.bottom() <= table.viewport().height()
