"""The tables of privacy: who looked at whom, and what was deleted by which rule."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Date, ForeignKey, Index, Integer, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Instant, Record


class Look(Record):
    """Someone opened a person's card; openings within an hour are one look."""

    __tablename__ = "look"
    __table_args__ = (Index(None, "person_id", "at"), Index(None, "who", "person_id", "at"))

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime] = mapped_column(Instant())
    last_at: Mapped[datetime] = mapped_column(Instant())
    who: Mapped[str] = mapped_column(Text)
    what: Mapped[str] = mapped_column(Text)
    """What was looked at, such as "card" or "export"."""
    times: Mapped[int] = mapped_column(Integer, default=1)


class RetentionRule(Record):
    """A period that the office set for itself instead of the delivered one."""

    __tablename__ = "retention_rule"
    __table_args__ = (Index(None, "code", "valid_from"),)

    code: Mapped[str] = mapped_column(Text)
    """Which delivered rule it replaces."""
    months: Mapped[int] = mapped_column(Integer)
    valid_from: Mapped[date] = mapped_column(Date)
    source: Mapped[str] = mapped_column(Text)
    """The order, agreement or decision that it follows."""
    set_by: Mapped[str] = mapped_column(Text)


class Deletion(Record):
    """What was deleted or made anonymous: by which rule and how much, never whose name."""

    __tablename__ = "deletion"
    __table_args__ = (Index(None, "at"),)

    at: Mapped[datetime] = mapped_column(Instant())
    who: Mapped[str] = mapped_column(Text)
    code: Mapped[str] = mapped_column(Text)
    """The rule that it followed."""
    way: Mapped[str] = mapped_column(Text)
    """"deleted" or "anonymised"."""
    person_key: Mapped[str] = mapped_column(Text)
    """The key of the card that is gone or nameless; no name."""
    counts: Mapped[str] = mapped_column(Text)
    """JSON object of rows by table."""
    archived: Mapped[str] = mapped_column(Text, default="")
    """SHA-256 of the archive file that was written before; "" where none is asked for."""
