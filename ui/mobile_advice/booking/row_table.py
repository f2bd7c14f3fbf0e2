"""Beside the list of stops: a list with its title, a sentence, buttons, and a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.text import _, say
from ui.style import length, spacing
from ui.widgets.buttons import quiet_button
from ui.widgets.loading import StateStack
from ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton

    from app.errors import Refused, Unavailable
    from ui.desk import Desk, Pending
    from ui.widgets.empty_state import EmptyState
    from ui.widgets.table import DataTable

R = TypeVar("R")
LEAST_HEIGHT = 76
"""Pixels at 100 % that a list keeps: its head and one line."""


class RowTable(QWidget, Generic[R]):
    """Subclasses say what is asked and what an empty list says."""

    said = Signal(str, object)
    place_wanted = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, title: str, sentence: str, table: DataTable[Any]) -> None:
        """Build the list; nothing is asked before `refresh`."""
        super().__init__()
        self.desk, self.table = desk, table
        self.header = PageHeader(title, sentence)
        self.leave_button = quiet_button(_("Close"), "close")
        self.leave_button.clicked.connect(self._on_leave_clicked)
        self.state = StateStack(table)
        # A line of the list is enough in large type: the buttons above it need two lines.
        self.state.setMinimumHeight(length(LEAST_HEIGHT))
        self.state.retried.connect(self.refresh)
        self._pending: Pending[Any] | None = None
        self._takes_focus = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(self.header)
        layout.addWidget(self.state, 1)

    def add_buttons(self, *buttons: QPushButton) -> None:
        """Put buttons into the head, the way back first."""
        for button in (self.leave_button, *buttons):
            self.header.add_action(button)

    def ask_rows(self) -> Pending[Any]:
        """Ask for what is listed."""
        raise NotImplementedError

    def nothing(self) -> EmptyState:
        """Answer what an empty list says."""
        raise NotImplementedError

    def begin(self) -> None:
        """Ask for what is listed, and give it the keyboard once it is there."""
        self._takes_focus = True
        self.refresh()

    def refresh(self) -> None:
        """Ask again for what is listed."""
        if self._pending is not None:
            self._pending.forget()
        self.state.show_loading()
        self._pending = self.ask_rows().then(self.show_found).if_unavailable(self.on_unavailable)

    def show_found(self, rows: tuple[R, ...]) -> None:
        """Show the rows."""
        self._pending = None
        self.table.set_rows(rows, _key)
        if rows:
            self.state.show_content()
            if self.table.current_row() is None:
                self.table.choose_first()
            if self._takes_focus:
                self.table.setFocus()
        else:
            self.state.show_empty(self.nothing())
        self._takes_focus = False

    def listen(self, keys: str, slot: Callable[[], None]) -> None:
        """Do something with a key on a row."""
        shortcut = QShortcut(QKeySequence(keys), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(slot)

    def on_refused(self, refused: Refused) -> None:
        """Say what the rules say, and ask again."""
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)
        self.refresh()

    def on_unavailable(self, trouble: Unavailable) -> None:
        """Say that it cannot be had now."""
        self._pending = None
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())

    def _on_leave_clicked(self) -> None:
        self.left.emit()


def _key(row: Any) -> object:  # noqa: ANN401 - each list has its own rows
    return row.id
