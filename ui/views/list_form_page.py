"""A page below More: a list on the left, on the right the form of the chosen row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, cast

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.text import _, say
from ui.style import spacing
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.labels import quiet
from ui.widgets.list_detail import ListDetail
from ui.widgets.loading import StateStack
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QShowEvent

    from app.errors import Unavailable
    from ui.desk import Desk, Pending
    from ui.widgets.table import DataTable

R = TypeVar("R")


class RowForm(Protocol):
    """The form of one row; empty until a row is chosen or added."""

    @property
    def saved(self) -> SignalInstance:
        """Emitted with a sentence for the toast."""


class ListFormPage(Page, Generic[R]):
    """Subclasses build table and form, call `arrange`, and say how rows are asked for."""

    def __init__(
        self, desk: Desk, table: DataTable[R], form: RowForm, add: str, parent: QWidget | None
    ) -> None:
        """Build the page with a button that says `add`; it asks when it is shown."""
        super().__init__(desk, parent)
        self.back_button = quiet_button(_("More"), "back")
        self.add_button = plain_button(add, "add")
        self.table = table
        self.count = quiet("")
        self.back_button.clicked.connect(self._on_back)
        self.add_button.clicked.connect(self.add)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.row_activated.connect(self._on_row_activated)
        form.saved.connect(self._on_saved)
        self._form = cast("QWidget", form)

    def arrange(
        self,
        heading: str,
        sentence: str,
        above: Sequence[QWidget] = (),
        below: Sequence[QWidget] = (),
    ) -> None:
        """Put the parts together, with more of them `above` and `below` the table."""
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing(8))
        for part in above:
            column.addWidget(part)
        column.addWidget(self.table, 1)
        for part in (*below, self.count):
            column.addWidget(part)
        self.split = ListDetail(half, self._form, list_share=1, detail_share=1)
        self.state = StateStack(self.split)
        self.state.retried.connect(self.refresh)
        header = PageHeader(heading, sentence)
        header.add_action(self.add_button)
        back = QHBoxLayout()
        back.addWidget(self.back_button)
        back.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addLayout(back)
        layout.addWidget(header)
        layout.addWidget(self.state, 1)

    def ask_rows(self) -> Pending[Any]:
        """Ask for what is listed."""
        raise NotImplementedError

    def show_found(self, found: Any) -> None:  # noqa: ANN401 - each page has its own answer
        """Show the answer to `ask_rows`."""
        raise NotImplementedError

    def begin(self, row: R | None) -> None:
        """Show a row in the form, or nothing yet for a new one."""
        raise NotImplementedError

    def first_field(self) -> QWidget:
        """Answer where typing begins in a new row."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Ask again for what is listed."""
        self.state.show_loading()
        self.ask_rows().then(self.show_found).if_unavailable(self._on_unavailable)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask when the page comes into sight."""
        super().showEvent(event)
        self.refresh()

    def add(self) -> None:
        """Begin a new row."""
        self.state.show_content()
        self.table.clearSelection()
        self.begin(None)
        self.split.show_detail()
        self.first_field().setFocus()

    def _on_row_chosen(self, row: R | None) -> None:
        if row is not None:
            self.begin(row)

    def _on_row_activated(self, _row: R) -> None:
        self.split.show_detail()

    def _on_saved(self, sentence: str) -> None:
        self.said.emit(sentence, None)
        self.split.show_list()
        self.refresh()

    def _on_back(self) -> None:
        self.place_wanted.emit(Place("more"))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
