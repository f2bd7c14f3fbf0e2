"""Deciding about held rows: each decision is kept at once, leaving out can be undone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.importing.actions import decide_held_row, hold_again
from app.importing.queries import open_rows
from app.importing.rules.decisions import Decision
from resources.text import _, say
from ui.importing.import_held import ImportHeld
from ui.importing.import_words import name_words

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.importing.queries import OpenRow
    from ui.desk import Desk


class ImportDeciding(QObject):
    """Brings the held rows into their view and carries decisions out."""

    said = Signal(str, object)
    """A sentence for the toast, and a callable that undoes it (or None)."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Make the view; `refresh` asks for its rows."""
        super().__init__(parent)
        self._desk = desk
        self.view = ImportHeld()
        self.view.decided.connect(self._on_decided)
        self.view.state.retried.connect(self.refresh)

    def refresh(self) -> None:
        """Ask again for the rows that wait."""
        self.view.state.show_loading()
        self._desk.ask(open_rows).then(self.view.show_rows).if_unavailable(self._on_unavailable)

    def _on_decided(self, row: OpenRow, decision: str) -> None:
        chosen = Decision(decision)
        pending = self._desk.act(decide_held_row, row.id, row.version, chosen)
        pending.then(partial(self._on_done, row, chosen)).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _on_done(self, row: OpenRow, decision: Decision, _person_id: UUID) -> None:
        words = {
            Decision.SKIPPED: _("The row of {name} was left out."),
            Decision.FILLED: _("The gaps on the card of {name} were filled."),
            Decision.ADDED: _("{name} was added."),
        }[decision]
        undo = partial(self._undo, row.id) if decision is Decision.SKIPPED else None
        self.said.emit(words.format(name=name_words(row.details)), undo)
        self.refresh()

    def _undo(self, held_id: UUID) -> None:
        self._desk.act(hold_again, held_id).then(self._on_changed)

    def _on_changed(self, _held_id: UUID) -> None:
        self.refresh()

    def _on_refused(self, refused: Refused) -> None:
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)
        self.refresh()

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.view.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
