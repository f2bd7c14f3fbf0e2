"""What questions about the journal answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID


class NoteRow(NamedTuple):
    """One note in full; a tuple, because a person has hundreds. Instants are aware, UTC."""

    id: UUID
    version: int
    person_id: UUID
    """The card that it was written on."""
    serial: int
    """Where it stands: later contacts have higher numbers."""
    happened_at: datetime
    written_at: datetime
    author: str
    medium: str
    reached: bool | None
    minutes: int | None
    topic_codes: str
    access: str
    follow_up: str
    follow_up_for: str
    follow_up_due: date | None
    follow_up_result: str
    closed_by: str
    closed_at: datetime | None
    corrections: int
    attachments: int
    is_shared: bool
    """Whether it is about further people: see `people_of_note`."""
    text: str

    @property
    def topics(self) -> tuple[str, ...]:
        """Codes of `app.journal.rules.Topic`."""
        return tuple(self.topic_codes.split())


class NotePersonRow(NamedTuple):
    """Someone whom a note is about."""

    id: UUID
    given_name: str
    family_name: str


class VersionRow(NamedTuple):
    """A note as it stood before a correction, and why it was corrected."""

    number: int
    """1 is the note as it was first written."""
    replaced_at: datetime
    replaced_by: str
    reason: str
    is_readable: bool
    """False for a version that was not for the reader: then its fields are empty."""
    happened_at: datetime | None
    medium: str
    reached: bool | None
    minutes: int | None
    topics: tuple[str, ...]
    access: str
    text: str


class AttachmentRow(NamedTuple):
    """A file that hangs on a note, without its content."""

    id: UUID
    note_id: UUID
    name: str
    kind: str
    """See `app.journal.contents.ContentKind`."""
    size: int
    """Bytes."""
    added_at: datetime
    added_by: str


class FollowUpRow(NamedTuple):
    """A note that something is to be done about, or that its author is told about."""

    note_id: UUID
    version: int
    person_id: UUID
    given_name: str
    family_name: str
    happened_at: datetime
    author: str
    follow_up_for: str
    follow_up_due: date | None
    follow_up_result: str
    closed_by: str
    closed_at: datetime | None
    beginning: str
    """First characters of the note."""


class SnippetRow(NamedTuple):
    """A text that a short word stands for; `who` is "" when it is the whole office's."""

    id: UUID
    version: int
    who: str
    word: str
    text: str
