"""The tables of preventive visits: rules, what was offered, who is at risk, who is exempt."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import Boolean, Date, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Record


class PreventiveRule(Record):
    """A rule of the office's own, or whether the office uses a delivered one."""

    __tablename__ = "preventive_rule"
    __table_args__ = (UniqueConstraint("code"),)

    code: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    country: Mapped[str] = mapped_column(String(2))
    law: Mapped[str] = mapped_column(Text, default="")
    """The law or decision that the office follows, in words."""
    source: Mapped[str] = mapped_column(Text, default="")
    """Where that can be read."""
    least_age: Mapped[int | None] = mapped_column(Integer)
    most_age: Mapped[int | None] = mapped_column(Integer)
    lives_alone: Mapped[bool] = mapped_column(Boolean, default=False)
    """Whether it is for people who live alone only."""
    risk_code: Mapped[str] = mapped_column(Text, default="")
    """See `app.preventive.rules.Risk`; "any" is every risk, "" asks for none."""
    repeats: Mapped[str] = mapped_column(Text)
    """See `app.preventive.rules.Repeats`."""
    template: Mapped[str] = mapped_column(Text, default="")
    """Which letter offers the visit."""
    after_days: Mapped[int] = mapped_column(Integer, default=0)
    """How long after a risk began the visit is offered."""
    valid_from: Mapped[date] = mapped_column(Date)
    valid_until: Mapped[date | None] = mapped_column(Date)
    is_own: Mapped[bool] = mapped_column(Boolean, default=True)
    is_on: Mapped[bool] = mapped_column(Boolean, default=True)


class PreventiveOffer(Record):
    """One visit that is due to one person by one rule, and what became of it."""

    __tablename__ = "preventive_offer"
    __table_args__ = (
        # What is due is offered once, whoever asks for the letters how often.
        UniqueConstraint("person_id", "rule_code", "period_from"),
        Index(None, "due_on"),
        Index(None, "state", "due_on"),
        # When each card was last offered a visit: read from the index alone, in its order.
        Index(None, "person_id", "offered_on", "visited_on", "visit_id"),
        Index(None, "visit_id"),
        Index(None, "letter_id"),
        Index(None, "reminder_id"),
    )

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    rule_code: Mapped[str] = mapped_column(Text)
    """See `app.preventive.rule_sets`."""
    period_from: Mapped[date] = mapped_column(Date)
    """First day of the year in which it is due, or the day on which the risk began."""
    period_until: Mapped[date | None] = mapped_column(Date)
    due_on: Mapped[date] = mapped_column(Date)
    state: Mapped[str] = mapped_column(Text)
    """See `app.preventive.rules.OfferState`; a visit that was held makes it visited."""
    offered_on: Mapped[date | None] = mapped_column(Date)
    reminded_on: Mapped[date | None] = mapped_column(Date)
    answered_on: Mapped[date | None] = mapped_column(Date)
    visited_on: Mapped[date | None] = mapped_column(Date)
    """Day of a visit that stands in no calendar, such as a meeting of several people."""
    next_due: Mapped[date | None] = mapped_column(Date)
    """When to ask again, as agreed with the person; None follows the rule."""
    way: Mapped[str] = mapped_column(Text, default="")
    """See `app.preventive.rules.Way`: how the visit took place, "" for in the home."""
    reason: Mapped[str] = mapped_column(Text, default="")
    """See `app.preventive.rules.Declined`; "" where nobody said why."""
    note: Mapped[str] = mapped_column(Text, default="")
    visit_id: Mapped[UUID | None] = mapped_column(ForeignKey("visit.id"))
    letter_id: Mapped[UUID | None] = mapped_column(ForeignKey("letter.id"))
    reminder_id: Mapped[UUID | None] = mapped_column(ForeignKey("letter.id"))


class Risk(Record):
    """Why a visit is needed before the age at which everybody is offered one."""

    __tablename__ = "risk"
    __table_args__ = (Index(None, "person_id"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    code: Mapped[str] = mapped_column(Text)
    """See `app.preventive.rules.Risk`."""
    since: Mapped[date] = mapped_column(Date)
    until: Mapped[date | None] = mapped_column(Date)
    note: Mapped[str] = mapped_column(Text, default="")


class PreventiveExemption(Record):
    """Why somebody is offered no visit, and until when."""

    __tablename__ = "preventive_exemption"
    __table_args__ = (Index(None, "person_id"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    code: Mapped[str] = mapped_column(Text)
    """See `app.preventive.rules.Exemption`."""
    since: Mapped[date] = mapped_column(Date)
    until: Mapped[date | None] = mapped_column(Date)
    note: Mapped[str] = mapped_column(Text, default="")
