"""Calls to somebody who waits: who rings, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.matches.rules import CALL_LABELS, CallResult
from resources.text import _
from ui import formats
from ui.style import length, spacing
from ui.widgets.buttons import icon_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.labels import quiet, small, strong
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from app.matches.queries import CallRow, Calls

SHOWN = 5
"""Calls that are shown until all are asked for."""
_TONES = {
    CallResult.REACHED: "done",
    CallResult.NOT_REACHED: "plain",
    CallResult.CALL_BACK: "attention",
    CallResult.WORRY: "danger",
}


class CallsCard(Card):
    """The newest call stands first."""

    caller_wanted = Signal()
    removed = Signal(object)
    """A `CallRow`."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(_("Calls while waiting"), _("Note call"), icon="add")
        self._calls: Calls | None = None
        self._is_whole = False

    def show_calls(self, calls: Calls) -> None:
        """Show who rings, and the calls."""
        self._calls = calls
        self.clear()
        self.add(self._caller(calls))
        rows = calls.rows if self._is_whole else calls.rows[:SHOWN]
        for row in rows:
            self.add(self._line(row))
        if len(rows) < len(calls.rows):
            more = quiet_button(_("Show more"), "chevron_down")
            more.clicked.connect(self._on_more_clicked)
            self.add(more)

    def _caller(self, calls: Calls) -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        words = _("Nobody rings this person regularly.")
        if calls.visitor_name and calls.since is not None:
            since = _("since {day}").format(day=formats.show_day(calls.since))
            words = _("{name} rings, {since}").format(name=calls.visitor_name, since=since)
        told = quiet(words)
        change = quiet_button(_("Choose who rings"), "phone")
        change.clicked.connect(self.caller_wanted)
        layout.addWidget(told, 1)
        layout.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _line(self, row: CallRow) -> QWidget:
        line, words = QWidget(), QVBoxLayout()
        words.setSpacing(spacing(2))
        by = row.visitor_name or row.who
        words.addWidget(strong(f"{formats.show_day(row.at.astimezone().date())} · {by}"))
        if row.note:
            words.addWidget(small(row.note))
        status = StatusLabel(_(CALL_LABELS[row.result]), _TONES[row.result])
        status.setMinimumHeight(length(32))
        remove = icon_button("bin", _("Delete the call"))
        remove.setProperty("row", row)
        remove.clicked.connect(self._on_remove_clicked)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addLayout(words, 1)
        layout.addWidget(status, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _on_more_clicked(self) -> None:
        self._is_whole = True
        if self._calls is not None:
            self.show_calls(self._calls)

    def _on_remove_clicked(self) -> None:
        self.removed.emit(self.sender().property("row"))
