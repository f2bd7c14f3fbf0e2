"""The table of visit series: who visits whom in which rhythm; each visit stands in `visit`."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import Date, ForeignKey, Index, Integer, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Record


class VisitSeries(Record):
    """Visits that return. Days and times are of the local wall clock."""

    __tablename__ = "visit_series"
    __table_args__ = (
        Index(None, "person_id"),
        Index(None, "visitor_id"),
        Index(None, "match_id"),
        Index(None, "follows_series_id"),
        # Finds the few series of which visits are still to be made.
        Index(None, "made_until"),
    )

    match_id: Mapped[UUID | None] = mapped_column(ForeignKey("match.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    """Who is visited."""
    visitor_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    """The person who visits; None for a colleague who has no card."""
    visitor: Mapped[str] = mapped_column(Text)
    """Name of the person who visits."""
    kind: Mapped[str] = mapped_column(Text)
    """See `app.visiting.rules.VisitKind`."""
    frequency: Mapped[str] = mapped_column(Text)
    """See `app.visiting.series.rules.Frequency`."""
    monthly_by: Mapped[str] = mapped_column(Text, default="")
    """See `app.visiting.series.rules.MonthlyBy`; "" for any other frequency."""
    starts_on: Mapped[date] = mapped_column(Date)
    """Day of the first visit: weekday, week and day of the month follow from it."""
    until: Mapped[date | None] = mapped_column(Date)
    """Last day; None goes on."""
    start_minute: Mapped[int] = mapped_column(Integer)
    """Minutes after midnight of the local day."""
    minutes: Mapped[int] = mapped_column(Integer)
    """How long a visit is."""
    place: Mapped[str] = mapped_column(Text)
    """See `app.visiting.rules.Place`."""
    place_note: Mapped[str] = mapped_column(Text, default="")
    paused_from: Mapped[date | None] = mapped_column(Date)
    paused_until: Mapped[date | None] = mapped_column(Date)
    """Last day without visits; None while nobody knows."""
    on_holidays: Mapped[str] = mapped_column(Text, default="skip")
    """See `app.visiting.series.rules.OnHolidays`."""
    follows_series_id: Mapped[UUID | None] = mapped_column(ForeignKey("visit_series.id"))
    """The series that this one goes on with, from a change for all following visits."""
    made_until: Mapped[date] = mapped_column(Date)
    """Last day up to which the visits of the rhythm stand in `visit`."""
