"""The table of visits: planned, then held or not held."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import DateTime, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Record


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
        ),
        Index(None, "client_id", "planned_start"),
        # Counts what is due, and finds the few visits that still wait to be recorded.
        Index(None, "status", "planned_start"),
        # Skips from one visitor to the next for the suggestions.
        Index(None, "visitor", "planned_start"),
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
