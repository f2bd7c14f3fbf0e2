"""Who could visit a person: the best first, with what speaks for and against each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.text import _, ngettext
from ui.matches.words import reason_words
from ui.style import length, spacing
from ui.widgets.buttons import quiet_button
from ui.widgets.card import Card
from ui.widgets.labels import quiet, small, strong
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.errors import Problem
    from app.matches.queries import CandidateRow, Candidates

SHOWN = 8
"""Candidates that are shown until all are asked for."""


class CandidatesCard(Card):
    """Possible volunteers come first; of the others it says what would help.

    Its action is the card that a volunteer is asked with, which names nobody.
    """

    proposed = Signal(object)
    """A `CandidateRow`."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(_("Who could visit"), _("Card to ask with"), icon="document")
        self._found: Candidates | None = None
        self._is_whole = False

    def show_candidates(self, found: Candidates) -> None:
        """Show who could visit."""
        self._found = found
        self.clear()
        possible = ngettext(
            "{count} volunteer is possible", "{count} volunteers are possible", found.possible
        )
        asked = ngettext("{count} looked at", "{count} looked at", found.volunteers)
        self.add(quiet(f"{possible} · {asked}"))
        rows = found.rows if self._is_whole else found.rows[:SHOWN]
        for row in rows:
            self.add(self._line(row))
        if len(rows) < len(found.rows):
            more = quiet_button(_("Show more"), "chevron_down")
            more.clicked.connect(self._on_more_clicked)
            self.add(more)

    def _line(self, row: CandidateRow) -> QWidget:
        line, found = QWidget(), row.found
        words = QVBoxLayout()
        words.setSpacing(spacing(2))
        words.addWidget(strong(row.name))
        for label, reasons in (
            (_("For: {reasons}"), found.in_favour),
            (_("Against: {reasons}"), found.against),
            (_("Possible: {reasons}"), found.would_help),
        ):
            if reasons:
                words.addWidget(small(label.format(reasons=_joined(reasons))))
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addLayout(words, 1)
        if found.possible:
            button = quiet_button(_("Propose"), "add")
            button.setAccessibleName(_("Propose {name}").format(name=row.name))
            button.setProperty("candidate", row)
            button.clicked.connect(self._on_propose_clicked)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        else:
            status = StatusLabel(_("Not possible"), "plain")
            status.setMinimumHeight(length(32))
            layout.addWidget(status, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _on_propose_clicked(self) -> None:
        self.proposed.emit(self.sender().property("candidate"))

    def _on_more_clicked(self) -> None:
        self._is_whole = True
        if self._found is not None:
            self.show_candidates(self._found)


def _joined(reasons: Iterable[Problem]) -> str:
    return "; ".join(map(reason_words, reasons))
