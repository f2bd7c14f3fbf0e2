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
        Index(None, "planned_start", "client_id"),
        Index(None, "client_id", "planned_start"),
    )

    client_id: Mapped[UUID] = mapped_column(ForeignKey("client.id"))
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
    actual_start: Mapped[datetime | None] = mapped_column(DateTime())
    actual_end: Mapped[datetime | None] = mapped_column(DateTime())
    note: Mapped[str] = mapped_column(Text, default="")
