"""The tables of suitcases: what a tour took along, with which versions, and what came back."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Integer, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Instant, Record


class Suitcase(Record):
    """A part of the office in one encrypted file, taken along by the tour of one day."""

    __tablename__ = "suitcase"
    __table_args__ = (
        UniqueConstraint("file_id"),
        Index(None, "tour_day_id"),
        # Finds the few that are on the way.
        Index(None, "state", "expires_at"),
    )

    tour_day_id: Mapped[UUID] = mapped_column(ForeignKey("tour_day.id"))
    file_id: Mapped[str] = mapped_column(Text)
    """The name by which the file and the office know each other; not its key."""
    made_at: Mapped[datetime] = mapped_column(Instant())
    made_by: Mapped[str] = mapped_column(Text)
    expires_at: Mapped[datetime] = mapped_column(Instant())
    state: Mapped[str] = mapped_column(Text)
    """See `app.mobile_advice.suitcase.rules.SuitcaseState`."""
    ended_at: Mapped[datetime | None] = mapped_column(Instant())
    """When it was returned or given up."""
    ended_by: Mapped[str] = mapped_column(Text, default="")
    reason: Mapped[str] = mapped_column(Text, default="")
    """How it was lost, where it was given up."""
    counts: Mapped[str] = mapped_column(Text)
    """JSON object of the rows that went along, by table."""


class SuitcaseRow(Base):
    """A row that went along, and its version on that day."""

    __tablename__ = "suitcase_row"
    # Says of a record whether it is on the way.
    __table_args__ = (Index(None, "row_id"),)

    suitcase_id: Mapped[UUID] = mapped_column(ForeignKey("suitcase.id"), primary_key=True)
    table_name: Mapped[str] = mapped_column(Text, primary_key=True)
    row_id: Mapped[UUID] = mapped_column(primary_key=True)
    row_version: Mapped[int] = mapped_column(Integer)


class SuitcaseMerge(Record):
    """The receipt for a row that came back, so that no return brings it twice."""

    __tablename__ = "suitcase_merge"
    __table_args__ = (UniqueConstraint("suitcase_id", "table_name", "row_id"),)

    suitcase_id: Mapped[UUID] = mapped_column(ForeignKey("suitcase.id"))
    table_name: Mapped[str] = mapped_column(Text)
    row_id: Mapped[UUID] = mapped_column()
    """The key of a record; of other rows one that is made of theirs, see `db.suitcase_lines`."""
    digest: Mapped[str] = mapped_column(Text)
    """One line for each state in which the row came, as the copies of a suitcase may differ: what
    it held, in which copy, what became of it, and the version of the row in the office since."""
    at: Mapped[datetime] = mapped_column(Instant())
    who: Mapped[str] = mapped_column(Text)
    outcome: Mapped[str] = mapped_column(Text)
    """See `app.mobile_advice.suitcase.rules.Outcome`: of a row that waits, that it does."""
    row_version: Mapped[int] = mapped_column(Integer, default=0)
    """The version that the row has in the office since; 0 where it is not there."""
