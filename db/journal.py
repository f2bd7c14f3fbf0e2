"""The tables of the journal: notes, whom they are about, their versions and attachments."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Text,
    UniqueConstraint,
    event,
)
from sqlalchemy.orm import Mapped, deferred, mapped_column

from db.base import Base, Instant, Record, statement


class Note(Record):
    """One note of the journal. It can be corrected, never silently changed."""

    __tablename__ = "note"
    __table_args__ = (
        Index(None, "person_id", "happened_at"),
        Index(None, "serial", unique=True),
        Index(None, "author", "happened_at"),
        Index(None, "follow_up", "follow_up_for", "follow_up_due"),
    )

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    """The person whom the note is about first; others stand in `note_person`."""
    serial: Mapped[int] = mapped_column(BigInteger)
    """Number of the note in the word index; later notes have higher numbers."""
    happened_at: Mapped[datetime] = mapped_column(Instant())
    """When the contact was, or when the note was written."""
    written_at: Mapped[datetime] = mapped_column(Instant())
    author: Mapped[str] = mapped_column(Text)
    medium: Mapped[str] = mapped_column(Text, default="")
    """See `app.journal.rules.Medium`; "" for a plain remark."""
    reached: Mapped[bool | None] = mapped_column(Boolean)
    """Whether the person was reached; None where nobody tried."""
    minutes: Mapped[int | None] = mapped_column(Integer)
    topics: Mapped[str] = mapped_column(Text, default="")
    """Codes of `app.journal.rules.Topic`, a space between them."""
    access: Mapped[str] = mapped_column(Text, default="team")
    """See `app.journal.rules.Access`: team, restricted, or own until released."""
    follow_up: Mapped[str] = mapped_column(Text, default="")
    """"" for none, "open", "closed", or "told" once the author has seen that it was closed."""
    follow_up_for: Mapped[str] = mapped_column(Text, default="")
    follow_up_due: Mapped[date | None] = mapped_column(Date)
    follow_up_result: Mapped[str] = mapped_column(Text, default="")
    closed_by: Mapped[str] = mapped_column(Text, default="")
    closed_at: Mapped[datetime | None] = mapped_column(Instant())
    corrections: Mapped[int] = mapped_column(Integer, default=0)
    """How many earlier versions are kept."""
    attachments: Mapped[int] = mapped_column(Integer, default=0)
    """How many files hang on it."""
    text: Mapped[str] = mapped_column(Text)


class NotePerson(Base):
    """A further person whom a note is about."""

    __tablename__ = "note_person"
    __table_args__ = (Index(None, "person_id", "note_id"),)

    note_id: Mapped[UUID] = mapped_column(ForeignKey("note.id"), primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)


class NoteVersion(Record):
    """A note as it stood before a correction."""

    __tablename__ = "note_version"
    __table_args__ = (UniqueConstraint("note_id", "number"),)

    note_id: Mapped[UUID] = mapped_column(ForeignKey("note.id"))
    number: Mapped[int] = mapped_column(Integer)
    """1 is the note as it was first written."""
    fields: Mapped[str] = mapped_column(Text)
    """JSON object of everything that the correction could change."""
    replaced_at: Mapped[datetime] = mapped_column(Instant())
    replaced_by: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text, default="")


class Attachment(Record):
    """A file that hangs on a note, kept inside the encrypted database."""

    __tablename__ = "attachment"
    __table_args__ = (Index(None, "note_id"),)

    note_id: Mapped[UUID] = mapped_column(ForeignKey("note.id"))
    name: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    """What it is by its contents: see `app.journal.contents.kinds.ContentKind`."""
    size: Mapped[int] = mapped_column(Integer)
    """Bytes, at most 10 MB."""
    sha256: Mapped[str] = mapped_column(Text)
    added_at: Mapped[datetime] = mapped_column(Instant())
    added_by: Mapped[str] = mapped_column(Text)
    content: Mapped[bytes] = deferred(mapped_column(LargeBinary, nullable=False))


class Snippet(Record):
    """A text that a few typed letters stand for."""

    __tablename__ = "snippet"
    __table_args__ = (UniqueConstraint("who", "word"),)

    who: Mapped[str] = mapped_column(Text, default="")
    """Whose it is; "" belongs to the whole office."""
    word: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)


class OwnWord(Record):
    """A word that the office's spell check accepts."""

    __tablename__ = "own_word"
    __table_args__ = (UniqueConstraint("language", "word"),)

    language: Mapped[str] = mapped_column(Text)
    word: Mapped[str] = mapped_column(Text)


# The word index is a virtual table of SQLite and a column of lexemes on PostgreSQL, both
# under the name `note_words`; a note is found in it by its serial. It is given folded words
# and asked for single ones only, so FTS5 need not know Unicode nor where a word stands; every
# beginning up to nine letters has a list of its own, because joining those of all words that
# begin alike takes the longer the more notes have them.
WORD_INDEX = "note_words"
_SQLITE = (
    "CREATE VIRTUAL TABLE note_words USING fts5("
    "words, content='', contentless_delete=1,"
    " tokenize='ascii', detail='none', prefix='2 3 4 5 6 7 8 9')"
)
_POSTGRES = "CREATE TABLE note_words (serial BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)"
_INDEXED = "CREATE INDEX ix_note_words_words ON note_words USING gin (words)"

event.listen(Note.__table__, "after_create", statement(_SQLITE, "sqlite"))
event.listen(Note.__table__, "after_create", statement(_POSTGRES, "postgresql"))
event.listen(Note.__table__, "after_create", statement(_INDEXED, "postgresql"))
event.listen(Note.__table__, "before_drop", statement("DROP TABLE IF EXISTS note_words"))
