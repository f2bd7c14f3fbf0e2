"""Closing what was to be done after a note, and telling the author so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import N_, Problem, Refused
from app.journal.actions.finding import need_author, people_of, readable_note, touch_note
from app.journal.rules import RESULT_LENGTH, FollowUp
from app.text_rules import check_text

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act
    from db.journal import Note

NOT_OPEN = N_("Nothing is to be followed up here any more.")
ALREADY_TOLD = N_("The author has already seen that this was done. Please write a new note.")


def close_follow_up(act: Act, note_id: UUID, version: int, result: str = "") -> int:
    """Say that what a note asked for is done, and with what result; answer the new version.

    Its author is told; see `closings_to_tell`. Whoever may read the note may close it.
    """
    note = readable_note(act, note_id, version)
    if note.follow_up != FollowUp.OPEN.value:
        raise Refused(Problem(NOT_OPEN))
    if problems := check_text(result, "result", longest=RESULT_LENGTH, lines=True):
        raise Refused(*problems)
    is_told = note.author == act.who
    note.follow_up = (FollowUp.TOLD if is_told else FollowUp.CLOSED).value
    note.follow_up_result = result.strip()
    note.closed_by, note.closed_at = act.who, act.now
    return _changed(act, note)


def reopen_follow_up(act: Act, note_id: UUID, version: int) -> int:
    """Take a closing back, as undo does; answer the new version.

    Raises `Refused` for anyone but the one who closed it, and when the author was told.
    """
    note = readable_note(act, note_id, version)
    if note.follow_up not in {FollowUp.CLOSED, FollowUp.TOLD} or note.closed_by != act.who:
        raise Refused(Problem(NOT_OPEN))
    if note.follow_up == FollowUp.TOLD.value and note.author != act.who:
        raise Refused(Problem(ALREADY_TOLD))
    note.follow_up = FollowUp.OPEN.value
    note.follow_up_result = note.closed_by = ""
    note.closed_at = None
    return _changed(act, note)


def acknowledge_closing(act: Act, note_id: UUID) -> None:
    """Say as the author of a note that one has seen the closing; a second time does nothing."""
    note = readable_note(act, note_id)
    need_author(act, note)
    if note.follow_up == FollowUp.CLOSED.value:
        note.follow_up = FollowUp.TOLD.value
        _changed(act, note)


def _changed(act: Act, note: Note) -> int:
    act.session.flush()
    touch_note(act, note.id, people_of(act, note))
    return note.version
