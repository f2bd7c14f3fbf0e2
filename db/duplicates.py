"""The tables of duplicates: pairs that look like one human being, and links that say so."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Float, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Instant, Record


class DuplicatePair(Record):
    """Two cards that may be about one human being; the lower id stands first."""

    __tablename__ = "duplicate_pair"
    __table_args__ = (
        UniqueConstraint("person_id", "other_id"),
        Index(None, "verdict", "score"),
        Index(None, "other_id"),
    )

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    other_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    score: Mapped[float] = mapped_column(Float)
    """How likely, from 0 to 1."""
    reasons: Mapped[str] = mapped_column(Text)
    """JSON list of codes of `app.clients.duplicates.reasons`."""
    found_at: Mapped[datetime] = mapped_column(Instant())
    verdict: Mapped[str] = mapped_column(Text, default="")
    """"" while nobody decided, "same" or "different"."""
    decided_by: Mapped[str] = mapped_column(Text, default="")
    decided_at: Mapped[datetime | None] = mapped_column(Instant())


class PersonLink(Record):
    """A link between two cards of one human being, and its undoing."""

    __tablename__ = "person_link"
    __table_args__ = (Index(None, "person_id"), Index(None, "other_id"))

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    """The card that speaks for both."""
    other_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    """The card that is linked to it; nothing on it is moved or changed."""
    linked_at: Mapped[datetime] = mapped_column(Instant())
    linked_by: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text, default="")
    undone_at: Mapped[datetime | None] = mapped_column(Instant())
    undone_by: Mapped[str] = mapped_column(Text, default="")
