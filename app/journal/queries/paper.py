"""All notes about a person as pages, in words of a language: only what the reader may read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.clients.queries import client_card
from app.codes.queries import own_entries
from app.codes.saying import Saying
from app.journal.queries.notes import NOTES_AT_ONCE, journal_of
from app.journal.rules import ACCESS_LABELS, Access, FollowUp
from app.journal.rules.lists import MEDIA, TOPICS
from forms.dates import short_day, short_moment
from forms.journal import journal_paper
from forms.journal.journal_paper import JournalPaper, PaperNote
from resources.text import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Connection

    from app.journal.queries.rows import NoteRow

MOST_NOTES = 5_000
"""Notes on one paper: more than 700 pages nobody reads."""


def journal_pdf(
    connection: Connection, person_id: UUID, language: str, *, who: str, when: datetime
) -> bytes:
    """Answer the journal of a person as a PDF in "de", "da" or "en", newest note first.

    `who` looks at it, at the local wall-clock time `when`.
    """
    card = client_card(connection, person_id)
    say = Saying(own_entries(connection), language)
    notes = tuple(_paper_note(note, language, say) for note in all_notes(connection, person_id))
    name = card.name if card else ""
    return journal_paper.render(JournalPaper(language, name, notes, when, who))


def all_notes(connection: Connection, person_id: UUID) -> Iterator[NoteRow]:
    """Answer every note that the reader may read, at most `MOST_NOTES`, newest first."""
    before: int | None = None
    for _page in range(MOST_NOTES // NOTES_AT_ONCE):
        page = journal_of(connection, person_id, before=before)
        yield from page
        if len(page) < NOTES_AT_ONCE:
            return
        before = page[-1].serial


def _paper_note(note: NoteRow, language: str, say: Saying) -> PaperNote:
    return PaperNote(
        when=_local(note.happened_at),
        contact=_contact(note, language, say),
        author=note.author,
        text=note.text,
        details=tuple(filter(None, _details(note, language, say))),
    )


def _contact(note: NoteRow, language: str, say: Saying) -> str:
    words = catalogue(language)
    reached = {True: words.gettext("reached"), False: words.gettext("not reached"), None: ""}
    minutes = note.minutes
    long = words.ngettext("{count} minute", "{count} minutes", minutes or 0)
    parts = (
        say.word(MEDIA, note.medium) if note.medium else "",
        reached[note.reached],
        "" if minutes is None else long.format(count=minutes),
    )
    return ", ".join(filter(None, parts))


def _details(note: NoteRow, language: str, say: Saying) -> Iterator[str]:
    words = catalogue(language)
    yield ", ".join(say.word(TOPICS, topic) for topic in note.topics)
    if note.access != Access.TEAM:
        yield _label(ACCESS_LABELS, note.access, language)
    yield _follow_up(note, language)
    if note.corrections:
        one, many = "Corrected once", "Corrected {count} times"
        yield words.ngettext(one, many, note.corrections).format(count=note.corrections)
    if note.attachments:
        yield words.ngettext("{count} file", "{count} files", note.attachments).format(
            count=note.attachments
        )


def _follow_up(note: NoteRow, language: str) -> str:
    words = catalogue(language)
    if note.follow_up == FollowUp.NONE:
        return ""
    if note.follow_up == FollowUp.OPEN:
        due = short_day(note.follow_up_due, language) if note.follow_up_due else ""
        more = ", ".join(filter(None, (note.follow_up_for, due)))
        return ": ".join(filter(None, (words.gettext("To be followed up"), more)))
    day = short_moment(_local(note.closed_at), language) if note.closed_at else ""
    done = words.gettext("Followed up by {name} on {day}").format(name=note.closed_by, day=day)
    return ": ".join(filter(None, (done, note.follow_up_result)))


def _local(instant: datetime) -> datetime:
    return instant.astimezone().replace(tzinfo=None)


def _label(labels: Mapping[Any, str], code: str, language: str) -> str:
    """Answer a code's words, or the code of a newer version as it is."""
    known = next((words for one, words in labels.items() if one == code), "")
    return catalogue(language).gettext(known) if known else code
