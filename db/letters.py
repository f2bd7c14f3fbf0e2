"""The tables of letters: those that went out, templates and their versions, and mass runs."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import (
    Boolean,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, deferred, mapped_column

from db.base import Instant, Record


class Letter(Record):
    """One letter in a client's history; its PDF is kept as it was printed."""

    __tablename__ = "letter"
    __table_args__ = (Index(None, "client_id", "written_at"), Index(None, "written_at"))

    client_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    visit_id: Mapped[UUID | None] = mapped_column(ForeignKey("visit.id"))
    template: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(Text)
    subject: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime] = mapped_column(Instant())
    author: Mapped[str] = mapped_column(Text)
    second_language: Mapped[str] = mapped_column(Text, default="")
    """The other language of a letter in two; "" for one."""
    layout: Mapped[str] = mapped_column(Text, default="")
    """Paper, size and arrangement as words, such as "din_b large16 after"."""
    channel: Mapped[str] = mapped_column(Text, default="")
    """How it left: see `app.letters.rules.states.Channel`; "" while it did not."""
    posted_on: Mapped[date | None] = mapped_column(Date)
    """The day on which it was posted, from which periods are counted."""
    sha256: Mapped[str] = mapped_column(Text)
    pdf: Mapped[bytes] = deferred(mapped_column(LargeBinary, nullable=False))


class LetterTemplate(Record):
    """A template that the office changed or wrote itself; delivered ones come with the program."""

    __tablename__ = "letter_template"
    __table_args__ = (UniqueConstraint("code"),)

    code: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    source_language: Mapped[str] = mapped_column(Text)
    """The language from which the others are translated."""
    is_active: Mapped[bool] = mapped_column(Boolean, default=True)


class TemplateVersion(Record):
    """The text of a template in one language; a newer one has a higher number."""

    __tablename__ = "template_version"
    __table_args__ = (UniqueConstraint("letter_template_id", "language", "number"),)

    letter_template_id: Mapped[UUID] = mapped_column(ForeignKey("letter_template.id"))
    language: Mapped[str] = mapped_column(Text)
    number: Mapped[int] = mapped_column(Integer)
    text: Mapped[str] = mapped_column(Text)
    """In the markup of templates."""
    state: Mapped[str] = mapped_column(Text)
    """See `app.letters.rules.states.VersionState`: current, or how far a translation is."""
    source_hash: Mapped[str] = mapped_column(Text, default="")
    """SHA-256 of the source text that it was translated from; "" for the source itself."""
    written_by: Mapped[str] = mapped_column(Text)
    written_at: Mapped[datetime] = mapped_column(Instant())
    reviewed_by: Mapped[str] = mapped_column(Text, default="")
    reviewed_at: Mapped[datetime | None] = mapped_column(Instant())


class TemplateTest(Record):
    """What readers said about a template before it was used widely."""

    __tablename__ = "template_test"
    __table_args__ = (Index(None, "template_version_id"),)

    template_version_id: Mapped[UUID] = mapped_column(ForeignKey("template_version.id"))
    tested_by: Mapped[str] = mapped_column(Text)
    """Who tried it, such as "zentrum plus Garath": never a client's name."""
    tested_on: Mapped[date] = mapped_column(Date)
    result: Mapped[str] = mapped_column(Text)
    """"understood", "partly" or "not understood"."""
    note: Mapped[str] = mapped_column(Text, default="")


class LetterRun(Record):
    """One mass mailing: which template, on what lawful basis, and what became of it."""

    __tablename__ = "letter_run"
    __table_args__ = (Index(None, "at"),)

    at: Mapped[datetime] = mapped_column(Instant())
    by: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    template: Mapped[str] = mapped_column(Text)
    selection: Mapped[str] = mapped_column(Text)
    """Whom it went to, in words."""
    lawful_basis: Mapped[str] = mapped_column(Text)
    posted_on: Mapped[date | None] = mapped_column(Date)
    wish: Mapped[str] = mapped_column(Text, default="")
    """JSON of what was chosen and typed, with which letters are tried again; "" is not known."""


class LetterRunItem(Record):
    """One person of a mass mailing: the letter, or why there is none yet."""

    __tablename__ = "letter_run_item"
    __table_args__ = (
        Index(None, "letter_run_id", "state"),
        Index(None, "person_id"),
        Index(None, "letter_id"),
    )

    letter_run_id: Mapped[UUID] = mapped_column(ForeignKey("letter_run.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    letter_id: Mapped[UUID | None] = mapped_column(ForeignKey("letter.id"))
    state: Mapped[str] = mapped_column(Text)
    """"written", "refused", or "left out" with a household's other letter."""
    problem: Mapped[str] = mapped_column(Text, default="")
    """JSON of what stood against it."""
    number: Mapped[int] = mapped_column(Integer, default=0)
    """The place of the letter in its mailing, from 1; 0 for who gets none."""


class Term(Record):
    """A word that the office does not want in letters, and a better one."""

    __tablename__ = "term"
    __table_args__ = (UniqueConstraint("language", "word"),)

    language: Mapped[str] = mapped_column(Text)
    word: Mapped[str] = mapped_column(Text)
    better: Mapped[str] = mapped_column(Text)
