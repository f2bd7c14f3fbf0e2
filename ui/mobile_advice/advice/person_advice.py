"""The advice that one person was given, on the card, and calls that are to be made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.mobile_advice.advice.queries import advice_of_person
from app.mobile_advice.advice.rows import CallRow, ContactRow
from app.mobile_advice.advice.rules import OPEN_STATES
from resources.text import _, ngettext, say
from ui import formats
from ui.mobile_advice.advice.words import kind_words, outcome_words, topic_words, when_words
from ui.mobile_advice.wrapping import Wrapping
from ui.style import spacing
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.columns import Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import quiet
from ui.widgets.loading import StateStack
from ui.widgets.page import Place
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Unavailable
    from app.mobile_advice.advice.rows import PersonAdvice
    from ui.desk import Desk

Line = ContactRow | CallRow


class PersonAdviceView(QWidget):
    """Calls that are open come first, then what was advised, the newest first."""

    place_wanted = Signal(object)
    said = Signal(str, object)

    def __init__(self, desk: Desk, client_id: UUID) -> None:
        """Build the list; nothing is asked before `refresh`."""
        super().__init__()
        self._desk, self._client_id = desk, client_id
        columns = [
            Column(_("Day"), _day, width=150, strong=True, quiet=_way),
            Column(_("Advice"), _what, width="stretch", quiet=_more, least=160),
        ]
        self.table: DataTable[Line] = DataTable(columns, _("Advice"))
        self.record_button = plain_button(_("Record advice"), "add")
        self.call_button = quiet_button(_("Note a call"), "phone")
        self._count = quiet("")
        self.state = StateStack(self.table)
        line = QHBoxLayout()
        line.addWidget(self._count, 1)
        line.addWidget(Wrapping((self.call_button, self.record_button)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addLayout(line)
        layout.addWidget(self.state, 1)
        self.record_button.clicked.connect(self._on_record_clicked)
        self.call_button.clicked.connect(self._on_call_clicked)
        self.table.row_activated.connect(self._on_row_activated)
        self.state.retried.connect(self.refresh)

    def refresh(self) -> None:
        """Ask again for what was advised."""
        self.state.show_loading()
        pending = self._desk.ask(advice_of_person, self._client_id)
        pending.then(self._on_found).if_unavailable(self._on_unavailable)

    def _on_found(self, found: PersonAdvice) -> None:
        count = len(found.contacts)
        self._count.setText(ngettext("{count} contact", "{count} contacts", count))
        calls = [call for call in found.calls if call.state in OPEN_STATES]
        lines: list[Line] = [*calls, *found.contacts]
        self.table.set_rows(lines, _key)
        if lines:
            self.state.show_content()
            return
        empty = EmptyState(_("Nobody was advised here yet."), _("Record advice"), icon="heart")
        empty.acted.connect(self._on_record_clicked)
        self.state.show_empty(empty)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())

    def _on_record_clicked(self) -> None:
        self.place_wanted.emit(Place("advice", self._client_id, "new"))

    def _on_call_clicked(self) -> None:
        self.place_wanted.emit(Place("advice", self._client_id, "new_call"))

    def _on_row_activated(self, line: Line) -> None:
        doing = "call_back" if isinstance(line, CallRow) else ""
        self.place_wanted.emit(Place("advice", line.id, doing))


def _key(line: Line) -> object:
    return line.id


def _day(line: Line) -> str:
    if isinstance(line, CallRow):
        return when_words(line)
    return formats.show_date(line.day)


def _way(line: Line) -> str:
    return _("To be called back") if isinstance(line, CallRow) else kind_words(line.kind)


def _what(line: Line) -> str:
    if isinstance(line, CallRow):
        return line.wish
    return topic_words(line.topics) or _("No topic")


def _more(line: Line) -> str:
    if isinstance(line, CallRow):
        return line.who
    return " · ".join(filter(None, (outcome_words(line.outcome), line.note)))
