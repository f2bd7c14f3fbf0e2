"""What a person types into a note, and what of it is allowed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.journal.rules.words import Access, Medium, Topic
from app.text_rules import NAME_LENGTH, NOTE_LENGTH, check_text

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

MOST_MINUTES = 24 * 60
"""A contact lasts a day at most."""
MOST_PEOPLE = 50
"""People whom one note is about."""
EARLIEST = date(1970, 1, 2)
"""First day of a note; an earlier one is a slip of the pen."""
REASON_LENGTH = 500
RESULT_LENGTH = 2_000
"""Longest reason of a correction and longest result of a follow-up, in characters."""

IN_THE_FUTURE = N_("A note is about what has happened. Please choose today or an earlier day.")
TOO_EARLY = N_("Please check the year: this is before {earliest}.")
MINUTES_OUT_OF_RANGE = N_("A contact lasts 0 to {most} minutes.")
NOT_OFFERED = N_("Please choose one of the entries offered.")
NOBODY = N_("Please say whom the note is about.")
TOO_MANY_PEOPLE = N_("One note can be about {most} people at most.")
DUE_IN_THE_PAST = N_("This day has passed. Please choose today or a later day.")
NOT_READABLE_FOR_THEM = N_(
    "A note that only you can read cannot ask a colleague to follow it up. Choose who may read "
    "it, or follow it up yourself."
)
REASON_MISSING = N_("Please say why you correct a note that someone else wrote.")


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """The form of a note, as typed."""

    people: tuple[UUID, ...]
    """Whom it is about, first the one on whose card it is written."""
    text: str = ""
    happened_at: datetime | None = None
    """Local time of the contact, without a zone; None is now, or unchanged."""
    medium: str = ""
    reached: bool | None = None
    minutes: int | None = None
    topics: tuple[str, ...] = ()
    access: str = Access.TEAM
    follow_up: bool = False
    follow_up_for: str = ""
    """Name of the colleague who follows up; "" for whoever comes to it."""
    follow_up_due: date | None = None

    @property
    def about(self) -> tuple[UUID, ...]:
        """Whom it is about, each once."""
        return tuple(dict.fromkeys(self.people))


def check_note_entry(
    entry: NoteEntry,
    today: date,
    *,
    author: str,
    known_due: date | None = None,
    own_topics: frozenset[str] = frozenset(),
    own_media: frozenset[str] = frozenset(),
) -> tuple[Problem, ...]:
    """Answer everything that is wrong with a note by `author`, at most one problem a field.

    `known_due` is the day that a follow-up had before: it may have passed. `own_topics` and
    `own_media` are the topics and kinds of contact that the office added.
    """
    return (
        *check_note(entry.text),
        *_check_when(entry, today),
        *_check_choices(entry, own_topics, own_media),
        *_check_follow_up(entry, today, author, known_due),
    )


def check_note(text: str, field: str = "text") -> tuple[Problem, ...]:
    """Answer what is wrong with a note's text: it has something to read and is not too long."""
    return check_text(text, field, longest=NOTE_LENGTH, required=True, lines=True)


def put_together(typed: str, taken_back: str) -> str:
    """Answer what stands in the note field when a note is taken back while another begins."""
    return "\n\n".join(filter(str.strip, (typed, taken_back)))


def _check_when(entry: NoteEntry, today: date) -> tuple[Problem, ...]:
    problems = []
    if entry.happened_at is not None:
        day = entry.happened_at.date()
        if day > today:
            problems.append(Problem(IN_THE_FUTURE, "happened_at"))
        if day < EARLIEST:
            problems.append(Problem(TOO_EARLY, "happened_at", {"earliest": EARLIEST.year}))
    if entry.minutes is not None and not 0 <= entry.minutes <= MOST_MINUTES:
        problems.append(Problem(MINUTES_OUT_OF_RANGE, "minutes", {"most": MOST_MINUTES}))
    return tuple(problems)


def _check_choices(
    entry: NoteEntry, own_topics: frozenset[str], own_media: frozenset[str]
) -> tuple[Problem, ...]:
    problems = []
    if not entry.people:
        problems.append(Problem(NOBODY, "people"))
    elif len(entry.about) > MOST_PEOPLE:
        problems.append(Problem(TOO_MANY_PEOPLE, "people", {"most": MOST_PEOPLE}))
    if entry.medium not in {"", *Medium, *own_media}:
        problems.append(Problem(NOT_OFFERED, "medium"))
    if not set(entry.topics) <= {*Topic, *own_topics}:
        problems.append(Problem(NOT_OFFERED, "topics"))
    if entry.access not in set(Access):
        problems.append(Problem(NOT_OFFERED, "access"))
    return tuple(problems)


def _check_follow_up(
    entry: NoteEntry, today: date, author: str, known_due: date | None
) -> tuple[Problem, ...]:
    if not entry.follow_up:
        return ()
    problems = list(check_text(entry.follow_up_for, "follow_up_for", longest=NAME_LENGTH))
    if entry.access == Access.OWN and entry.follow_up_for not in {"", author}:
        problems.append(Problem(NOT_READABLE_FOR_THEM, "follow_up_for"))
    due = entry.follow_up_due
    if due is not None and due < today and due != known_due:
        problems.append(Problem(DUE_IN_THE_PAST, "follow_up_due"))
    return tuple(problems)
