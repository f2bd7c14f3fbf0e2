"""Writing notes, taking a fresh one back, and letting the team read one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.rules import full_name
from app.drafts.actions import discard_draft, save_draft
from app.drafts.queries import draft as drafted
from app.drafts.rules import Drafted
from app.errors import N_, Problem, Refused
from app.journal.actions.filling import checked, empty_words, fill, fill_people
from app.journal.actions.finding import (
    further_people,
    need_author,
    people_of,
    readable_note,
    touch_note,
)
from app.journal.actions.waiting import hang_waiting
from app.journal.apart import problems_for_volunteers
from app.journal.rules import Access, FollowUp, put_together
from db.journal import Note
from db.people import Person

if TYPE_CHECKING:
    from uuid import UUID

    from app.journal.rules import NoteEntry
    from app.office import Act

NOTE_FORM = "client_note"
"""Draft name of the form of a new note; its subject is the person on whose card it is."""

TOO_LATE = N_(
    "A note can be taken back on the day it was written, as long as nothing was corrected, "
    "attached or followed up. You can correct it instead."
)
NOT_OWN = N_("Everyone whom it is for can already read this note.")


def write_note_with_files(act: Act, note_id: UUID, entry: NoteEntry) -> UUID:
    """Write a note as `write_note` does, with the files that wait for it."""
    is_new = act.session.get(Note, note_id) is None
    write_note(act, note_id, entry)
    if is_new:
        hang_waiting(act, note_id, str(entry.about[0]))
    return note_id


def write_note(act: Act, note_id: UUID, entry: NoteEntry, draft: str | None = None) -> UUID:
    """Write a note under an id that the form made; the same id a second time changes nothing.

    `draft` is the subject of the form's draft, dropped in the same transaction; None is the
    first person. Raises `Refused` with a problem for each wrong field.
    """
    if act.session.get(Note, note_id) is not None:
        return note_id
    checked(act, entry, act.who)
    note = Note(id=note_id, author=act.who, written_at=act.now, happened_at=act.now, follow_up="")
    fill(act, note, entry, None)
    fill_people(act, note_id, entry.about[1:])
    discard_draft(act, NOTE_FORM, str(entry.about[0]) if draft is None else draft)
    touch_note(act, note_id, entry.about, recount=True)
    return note_id


def take_back_note(act: Act, note_id: UUID) -> str:
    """Take a fresh note back, as undo does; a note that is gone already answers "".

    Answers its text, which also becomes the draft of the next note: it is not lost even when
    another person is being looked at. Raises `Refused` for anyone but its author, on another
    day than it was written on, and when something was done with it since.
    """
    note = act.session.get(Note, note_id)
    if note is None:
        return ""
    need_author(act, note)
    if not _is_fresh(act, note):
        raise Refused(Problem(TOO_LATE))
    people = people_of(act, note)
    _keep_as_draft(act, note)
    empty_words(act, note)
    for row in further_people(act, note_id):
        act.session.delete(row)
    act.session.flush()
    act.session.delete(note)
    touch_note(act, note_id, people, recount=True)
    return note.text


def release_note(act: Act, note_id: UUID, version: int) -> int:
    """Let the whole team read a note that was its author's own; answer its new version."""
    note = readable_note(act, note_id, version)
    need_author(act, note)
    if note.access != Access.OWN.value:
        raise Refused(Problem(NOT_OWN))
    people = people_of(act, note)
    if problems := problems_for_volunteers(act.session.connection(), note.text, people):
        raise Refused(*problems)
    note.access = Access.TEAM.value
    act.session.flush()
    touch_note(act, note_id, people)
    return note.version


def _is_fresh(act: Act, note: Note) -> bool:
    written = note.written_at.astimezone().date()
    return (
        written == act.local_now.date()
        and not note.corrections
        and not note.attachments
        and note.follow_up in {FollowUp.NONE, FollowUp.OPEN}
    )


def _keep_as_draft(act: Act, note: Note) -> None:
    person = act.session.get_one(Person, note.person_id)
    subject = str(note.person_id)
    begun = drafted(act.session.connection(), NOTE_FORM, subject, act.who)
    texts = dict(begun.texts) if begun else {}
    texts["text"] = put_together(texts.get("text", ""), note.text)
    name = full_name(person.given_name, person.family_name)
    save_draft(act, Drafted(NOTE_FORM, subject, texts, name))
