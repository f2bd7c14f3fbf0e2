"""Correcting a note: what stood there before is kept, with who replaced it and why."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from app.drafts.actions import discard_draft
from app.errors import N_, Problem, Refused
from app.journal.actions.filling import checked, fill, fill_people
from app.journal.actions.finding import need_changeable, people_of, readable_note, touch_note
from app.journal.rules import REASON_LENGTH, REASON_MISSING, Access
from app.text_rules import check_text, is_blank
from db.journal import Note, NoteVersion

if TYPE_CHECKING:
    from uuid import UUID

    from app.journal.rules import NoteEntry
    from app.office import Act

CORRECTION_FORM = "note_correction"
"""Draft name of the form that corrects a note; its subject is the note."""

NEVER_OWN_AGAIN = N_("Others have been able to read this note. It cannot be yours alone again.")
ONLY_AUTHOR_OPENS = N_("Only the person who wrote this note can let the team read it.")


def correct_note(act: Act, note_id: UUID, version: int, entry: NoteEntry, reason: str = "") -> int:
    """Correct a note as it was read with `version`; answer its new version.

    What stood there is kept as a version of its own. The author may, and whoever may read
    restricted notes; these must give a reason. An entry that changes nothing keeps no version.
    A follow-up that is closed stays closed as it is. Raises `Refused` with a problem for each
    wrong field, `Conflict` when someone else was faster.
    """
    note = readable_note(act, note_id, version)
    need_changeable(act, note)
    _check(act, note, entry, reason)
    people = people_of(act, note)
    before = _as_written(note, people)
    discard_draft(act, CORRECTION_FORM, str(note_id))
    fill(act, note, entry, note.serial)
    if before == _as_written(note, entry.about):
        return note.version
    note.corrections += 1
    kept = NoteVersion(
        note_id=note_id,
        number=note.corrections,
        fields=before,
        replaced_at=act.now,
        replaced_by=act.who,
        reason=reason.strip(),
    )
    act.session.add(kept)
    fill_people(act, note_id, entry.about[1:])
    touch_note(act, note_id, dict.fromkeys((*people, *entry.about)), recount=True)
    return note.version


def _check(act: Act, note: Note, entry: NoteEntry, reason: str) -> None:
    is_author = note.author == act.who
    problems = list(check_text(reason, "reason", longest=REASON_LENGTH, lines=True))
    if not is_author and is_blank(reason):
        problems.append(Problem(REASON_MISSING, "reason"))
    if entry.access == Access.OWN and note.access != Access.OWN.value:
        problems.append(Problem(NEVER_OWN_AGAIN, "access"))
    if not is_author and entry.access == Access.TEAM and note.access != Access.TEAM.value:
        problems.append(Problem(ONLY_AUTHOR_OPENS, "access"))
    if problems:
        raise Refused(*problems)
    checked(act, entry, note.author, note.follow_up_due)


def _as_written(note: Note, people: tuple[UUID, ...]) -> str:
    """Answer everything that a correction can change, as JSON; the order of people counts little.

    Only who comes first does: the note is on that person's card.
    """
    due = note.follow_up_due
    fields = {
        "people": list(map(str, (*people[:1], *sorted(people[1:])))),
        "happened_at": note.happened_at.isoformat(),
        "medium": note.medium,
        "reached": note.reached,
        "minutes": note.minutes,
        "topics": note.topics,
        "access": note.access,
        "follow_up": note.follow_up,
        "follow_up_for": note.follow_up_for,
        "follow_up_due": None if due is None else due.isoformat(),
        "text": note.text,
    }
    return json.dumps(fields, ensure_ascii=False)
