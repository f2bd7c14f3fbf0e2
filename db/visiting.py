"""The table of visits: planned, then held or not held."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Boolean, Date, DateTime, ForeignKey, Index, Integer, Text, false
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Instant, Record
from db.covering import covering


class Visit(Record):
    """One visit to one client. All times are local wall-clock times without a zone."""

    __tablename__ = "visit"
    __table_args__ = (
        # The week, the day and the seven days ahead are read from this index alone.
        Index(
            "ix_visit_week",
            "planned_start",
            "planned_end",
            "client_id",
            "visitor",
            "place",
            "status",
            "not_held_reason",
            "version",
            "id",
            "kind",
            "series_id",
            "instead_of",
            "visitor_id",
        ),
        Index(None, "client_id", "planned_start"),
        # Counts what is due, and finds the few visits that still wait to be recorded.
        covering("status", "planned_start", also=("client_id",)),
        # Skips from one visitor to the next for the suggestions.
        covering("visitor", "planned_start", also=("client_id", "status")),
        # Finds the few notes that nobody read yet.
        Index(None, "is_unread", "recorded_at"),
        # One visit for each day of a series' own rhythm, also where it was moved or cancelled.
        Index(None, "series_id", "occurs_on", unique=True),
        Index(None, "visitor_id", "planned_start"),
        Index(None, "match_id"),
    )

    client_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    visitor: Mapped[str] = mapped_column(Text)
    """Name of the person who visits."""
    planned_start: Mapped[datetime] = mapped_column(DateTime())
    planned_end: Mapped[datetime] = mapped_column(DateTime())
    place: Mapped[str] = mapped_column(Text)
    """See `app.visiting.rules.Place`."""
    place_note: Mapped[str] = mapped_column(Text, default="")
    status: Mapped[str] = mapped_column(Text, default="planned")
    """See `app.visiting.rules.VisitStatus`: planned, held, not_held, cancelled."""
    not_held_reason: Mapped[str] = mapped_column(Text, default="")
    """See `app.visiting.rules.NotHeldReason`; "" unless the visit was not held."""
    actual_start: Mapped[datetime | None] = mapped_column(DateTime())
    actual_end: Mapped[datetime | None] = mapped_column(DateTime())
    note: Mapped[str] = mapped_column(Text, default="")
    kind: Mapped[str] = mapped_column(Text, default="home", server_default="home")
    """See `app.visiting.rules.VisitKind`."""
    visitor_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    """The person who visits; None for a colleague who has no card."""
    match_id: Mapped[UUID | None] = mapped_column(ForeignKey("match.id"))
    series_id: Mapped[UUID | None] = mapped_column(ForeignKey("visit_series.id"))
    occurs_on: Mapped[date | None] = mapped_column(Date)
    """The day of the series' own rhythm; it stays when the visit is moved."""
    is_fixed: Mapped[bool] = mapped_column(Boolean, default=False, server_default=false())
    """Whether it was changed by hand, so that its series leaves it alone."""
    instead_of: Mapped[str] = mapped_column(Text, default="", server_default="")
    """Name of the visitor in whose place somebody else comes; "" for nobody."""
    kilometres: Mapped[int | None] = mapped_column(Integer)
    """Tenths of a kilometre that the visitor travelled; None where nothing was said."""
    next_note: Mapped[str] = mapped_column(Text, default="")
    """What is to be thought of next time."""
    recorded_by: Mapped[str] = mapped_column(Text, default="")
    recorded_at: Mapped[datetime | None] = mapped_column(Instant())
    is_unread: Mapped[bool] = mapped_column(Boolean, default=False)
    """Whether something was written that somebody else has to read."""
    read_by: Mapped[str] = mapped_column(Text, default="")
    read_at: Mapped[datetime | None] = mapped_column(Instant())


class VisitActivity(Base):
    """What was done together on a visit: one code of the list of activities."""

    __tablename__ = "visit_activity"

    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"), primary_key=True)
    code: Mapped[str] = mapped_column(Text, primary_key=True)


class VisitFlag(Base):
    """What was noticed on a visit: one code of the list of observations."""

    __tablename__ = "visit_flag"

    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"), primary_key=True)
    code: Mapped[str] = mapped_column(Text, primary_key=True)
    severity: Mapped[str] = mapped_column(Text)
    """See `app.visiting.rules.Severity`; as it was on the day of the visit."""
