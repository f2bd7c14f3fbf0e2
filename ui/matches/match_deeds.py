"""What is done to matches with one click, each with its undo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from app.matches.actions import (
    ask_volunteer,
    lock_match,
    note_check_in,
    propose_match,
    take_proposal_back,
)
from app.matches.apart import keep_apart, let_meet
from app.matches.calling import record_call, remove_call
from app.matches.rules import CallDetails
from resources.text import _, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.matches.queries import ApartRow, CallRow, CandidateRow, MatchRow
    from ui.desk import Desk, Pending


class MatchDeeds(QObject):
    """Says what was done and how it is undone; `changed` asks for what is shown anew."""

    said = Signal(str, object)
    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        """Stand ready."""
        super().__init__(parent)
        self._desk = desk
        self._done: list[tuple[str, Callable[[], None] | None]] = []

    def propose(self, person_id: UUID, row: CandidateRow) -> None:
        """Propose a volunteer."""
        match_id = uuid4()
        words = _("{name} is proposed.").format(name=row.name)
        pending = self._desk.act(propose_match, match_id, person_id, row.id)
        self._watch(pending, words, partial(self._act, take_proposal_back, match_id))

    def note_check_in(self, row: MatchRow) -> None:
        """Note that both were asked today."""
        pending = self._desk.act(note_check_in, row.id, self._desk.local_now.date())
        undo = partial(self._act, note_check_in, row.id)
        self._watch(pending, _("It is noted that both were asked."), undo)

    def ask_volunteer(self, row: MatchRow) -> None:
        """Note that the volunteer was asked today."""
        pending = self._desk.act(ask_volunteer, row.id, self._desk.local_now.date())
        words = _("It is noted that {name} was asked.").format(name=row.visitor_name)
        self._watch(pending, words, partial(self._act, ask_volunteer, row.id, None))

    def lock(self, row: MatchRow) -> None:
        """Keep a match in every plan, or no longer."""
        is_locked = not row.is_locked
        pending = self._desk.act(lock_match, row.id, is_locked=is_locked)
        words = _("This match stays in every plan.") if is_locked else _("Plans may change it.")
        self._watch(pending, words, partial(self._act, lock_match, row.id, is_locked=row.is_locked))

    def let_meet(self, row: ApartRow) -> None:
        """Keep two apart no longer."""
        pending = self._desk.act(let_meet, row.person_id, row.visitor_id)
        pair = (row.person_id, row.visitor_id, row.reason, row.since)
        words = _("The two are no longer kept apart.")
        self._watch(pending, words, partial(self._act, keep_apart, *pair))

    def remove_call(self, person_id: UUID, row: CallRow) -> None:
        """Delete a call."""
        details = CallDetails(row.at.astimezone().date(), row.result, row.visitor_id, row.note)
        undo = partial(self._act, record_call, row.id, person_id, details)
        self._watch(self._desk.act(remove_call, row.id), _("The call is deleted."), undo)

    def _act(self, action: Callable[..., Any], *given: Any, **named: Any) -> None:  # noqa: ANN401 - whatever the action takes
        self._watch(self._desk.act(action, *given, **named), "", None)

    def _watch(self, pending: Pending[Any], words: str, undo: Callable[[], None] | None) -> None:
        # Acts come back in the order in which they were sent.
        self._done.append((words, undo))
        pending.then(self._on_done).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _on_done(self, _answer: object) -> None:
        words, undo = self._done.pop(0)
        if words:
            self.said.emit(words, undo)
        self.changed.emit()

    def _on_refused(self, refused: Refused) -> None:
        self._done.pop(0)
        self.said.emit(" ".join(say(problem) for problem in refused.problems), None)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._done.pop(0)
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)
