"""The tables of money and recognition: what volunteers spent, and hours that somebody typed."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Boolean, Date, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Instant, Record


class Expense(Record):
    """One claim of a volunteer, from the day it was submitted until it is paid."""

    __tablename__ = "expense"
    __table_args__ = (Index(None, "visitor_id", "day"), Index(None, "state", "day"))

    visitor_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    """The person who volunteers."""
    visit_id: Mapped[UUID | None]
    """The visit it was spent for; no foreign key, since the books outlive a deleted visit."""
    day: Mapped[date] = mapped_column(Date)
    """Day on which it was spent: its rate counts."""
    kind: Mapped[str] = mapped_column(Text)
    """See `app.expenses.rules.ExpenseKind`: actual cost or a lump sum."""
    what: Mapped[str] = mapped_column(Text)
    """See `app.expenses.rules.Spent`."""
    allowance: Mapped[str] = mapped_column(Text, default="")
    """Which yearly allowance a lump sum counts towards; "" for actual cost."""
    kilometres: Mapped[int] = mapped_column(Integer, default=0)
    """Tenths of a kilometre."""
    rate: Mapped[int] = mapped_column(Integer, default=0)
    """Cents for a kilometre on that day; of two rates the one it began with."""
    amount: Mapped[int] = mapped_column(Integer)
    """Cents (øre)."""
    currency: Mapped[str] = mapped_column(String(3))
    """"EUR" or "DKK"."""
    purpose: Mapped[str] = mapped_column(Text, default="")
    from_place: Mapped[str] = mapped_column(Text, default="")
    to_place: Mapped[str] = mapped_column(Text, default="")
    has_receipt: Mapped[bool] = mapped_column(Boolean, default=False)
    """Whether a receipt was seen."""
    state: Mapped[str] = mapped_column(Text)
    """See `app.expenses.rules.ExpenseState`."""
    submitted_by: Mapped[str] = mapped_column(Text)
    submitted_at: Mapped[datetime] = mapped_column(Instant())
    decided_by: Mapped[str] = mapped_column(Text, default="")
    decided_on: Mapped[date | None] = mapped_column(Date)
    reason: Mapped[str] = mapped_column(Text, default="")
    """Why it was rejected."""
    paid_on: Mapped[date | None] = mapped_column(Date)


class ServiceHours(Record):
    """Time that a volunteer gave beside visits; those of visits are counted from the visits."""

    __tablename__ = "service_hours"
    __table_args__ = (Index(None, "visitor_id", "day"),)

    visitor_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    day: Mapped[date] = mapped_column(Date)
    minutes: Mapped[int] = mapped_column(Integer)
    activity: Mapped[str] = mapped_column(Text)
    """What was done, in words."""
    noted_by: Mapped[str] = mapped_column(Text)
