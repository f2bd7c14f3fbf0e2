"""A list of records: what narrows it down, a view of its columns, and the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QModelIndex, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from resources.text import say
from ui.style import spacing
from ui.views.view_menu import ViewMenu
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import small
from ui.widgets.loading import StateStack

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtGui import QResizeEvent

    from app.errors import Unavailable
    from app.exchange.views.rules import View
    from ui.desk import Desk, Pending
    from ui.widgets.columns import Column
    from ui.widgets.empty_state import EmptyState
    from ui.widgets.search_field import SearchField
    from ui.widgets.table import DataTable


class Record(Protocol):
    """A row that stands for a record."""

    @property
    def id(self) -> UUID:
        """The id of the record."""


R = TypeVar("R", bound=Record)
R_co = TypeVar("R_co", covariant=True)


class ListColumns(Protocol[R_co]):
    """The columns that a list can have."""

    @property
    def usual(self) -> tuple[str, ...]:
        """The keys of those that nobody has to choose."""

    def options(self) -> list[tuple[str, str]]:
        """Answer key and title of each."""

    def of(self, keys: Sequence[str]) -> Sequence[Column[Any]]:
        """Answer those of a view."""


class RowList(QWidget, Generic[R]):
    """Tells which row is chosen with the arrows, clicked at, or opened with Enter.

    Subclasses make what narrows the list down, call `arrange`, and say what is asked.
    """

    chosen = Signal(object)
    clicked = Signal(object)
    opened = Signal(object)
    """Each tells the id of a record."""
    add_wanted = Signal()

    def __init__(self, desk: Desk, name: str, columns: ListColumns[R], table: DataTable[R]) -> None:
        """Serve the list `name`; nothing is asked before `refresh`."""
        super().__init__()
        self.desk = desk
        self.table = table
        self.views = ViewMenu(desk, name, columns.options, columns.usual)
        self.count = small("")
        self.state = StateStack(table)
        self.pending: Pending[Any] | None = None
        self.wanted: UUID | None = None
        """The record that is shown beside the list, until it is found in it."""
        self._columns = columns
        self._is_led = False

    def ask_rows(self) -> Pending[Any]:
        """Ask for the rows as the list is narrowed down."""
        raise NotImplementedError

    def nothing(self) -> EmptyState:
        """Answer what an empty list says."""
        raise NotImplementedError

    def count_words(self, count: int) -> str:
        """Answer how many rows there are, in words."""
        raise NotImplementedError

    def as_filters(self) -> tuple[tuple[str, str], ...]:
        """Answer what a saved view keeps of how the list is narrowed down."""
        raise NotImplementedError

    def take_filters(self, view: View) -> None:
        """Narrow down as a view says, without telling anybody; what it does not know is open."""
        raise NotImplementedError

    def rows_of(self, answer: Any) -> Sequence[R]:  # noqa: ANN401 - each list has its own answer
        """Answer the rows of an answer to `ask_rows`."""
        rows: Sequence[R] = answer
        return rows

    def key(self, row: R) -> object:
        """Answer by what a row is known again."""
        return row.id

    def key_of(self, record_id: UUID) -> object:
        """Answer `key` of the row of a record."""
        return record_id

    def arrange(
        self,
        *above: QWidget | QLayout,
        search: SearchField | None = None,
        beside: QWidget | None = None,
    ) -> None:
        """Put what narrows the list down `above` the rows, and a button `beside` the views."""
        line = QHBoxLayout()
        line.setSpacing(spacing(8))
        line.addWidget(self.count, 1)
        # In large type the two buttons stand below each other.
        buttons = FlowLayout(gap=spacing(4))
        for button in filter(None, (beside, self.views)):
            buttons.addWidget(button)
        line.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        for part in (*above, line):
            if isinstance(part, QWidget):
                layout.addWidget(part)
            else:
                layout.addLayout(part)
        layout.addWidget(self.state, 1)
        self.setFocusProxy(search or self.table)
        if search is not None:
            search.typed.connect(self.on_typed)
            search.moved_down.connect(self._on_moved_down)
            search.accepted.connect(self._on_accepted)
        self.views.chosen.connect(self._on_view_chosen)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.row_activated.connect(self._on_row_opened)
        self.table.clicked.connect(self._on_clicked)
        self.state.retried.connect(self.refresh)

    def minimumSizeHint(self) -> QSize:
        """Answer a size in which nothing above the rows is cut off: chips wrap by width."""
        hint, layout = super().minimumSizeHint(), self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return hint
        width = max(self.width(), hint.width())
        return QSize(hint.width(), max(hint.height(), layout.minimumHeightForWidth(width)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say anew how high the list must be."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def refresh(self) -> None:
        """Ask again for the views and for what is listed."""
        self.views.load()
        self.ask()

    def ask(self) -> None:
        """Ask again for what is listed; an older question is forgotten."""
        if self.pending is not None:
            self.pending.forget()
        self.state.show_loading()
        self.pending = self.ask_rows().then(self._on_found)
        self.pending.if_unavailable(self.on_unavailable)

    def rows(self) -> list[R]:
        """Answer the rows that are read so far."""
        return self.table.rows()

    def show_record(self, record_id: UUID) -> None:
        """Mark a record that is shown elsewhere, as soon as it is listed."""
        self.wanted = record_id
        if not self.lead():
            self.table.setCurrentIndex(QModelIndex())

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show other rows, or say that there are none."""
        self.table.set_rows(rows, self.key)
        self.lead()
        if rows:
            self.state.show_content()
        else:
            empty = self.nothing()
            empty.acted.connect(self.add_wanted)
            self.state.show_empty(empty)

    def lead(self) -> bool:
        """Mark the wanted record without telling anybody: it is shown already."""
        if self.wanted is None:
            return False
        self._is_led = True
        found = self.table.choose(self.key_of(self.wanted))
        self._is_led = False
        self.wanted = None if found else self.wanted
        return found

    def on_typed(self, _typed: str) -> None:
        """Look for what is typed."""
        self.ask()

    def on_narrowed(self, *_value: object) -> None:
        """Ask for what the list is narrowed down to now; a view that is saved has it too."""
        self.views.note_filters(self.as_filters())
        self.ask()

    def on_unavailable(self, trouble: Unavailable) -> None:
        """Say that the list cannot be had, with a way to try again."""
        self.pending = None
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())

    def _on_found(self, answer: object) -> None:
        self.pending = None
        rows = self.rows_of(answer)
        self.show_rows(rows)
        self.count.setText(self.count_words(len(rows)))

    def _on_view_chosen(self, view: View) -> None:
        self.take_filters(view)
        self.table.set_columns(self._columns.of(view.columns))
        self.ask()

    def _on_moved_down(self) -> None:
        if self.table.rows():
            if self.table.current_row() is None:
                self.table.choose_first()
            self.table.setFocus()

    def _on_accepted(self) -> None:
        if self.pending is None and self.table.rows():
            if self.table.current_row() is None:
                self.table.choose_first()
            self._on_row_opened(self.table.current_row())

    def _on_row_chosen(self, row: R | None) -> None:
        if row is not None and not self._is_led:
            self.wanted = None
            self.chosen.emit(row.id)

    def _on_row_opened(self, row: R | None) -> None:
        if row is not None:
            self.opened.emit(row.id)

    def _on_clicked(self, _index: QModelIndex) -> None:
        row = self.table.current_row()
        if row is not None:
            self.clicked.emit(row.id)
