"""The tables of advice: what was asked and answered, who is to be called back, what it costs."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Boolean, Date, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Instant, Record, partial_index


class AdviceContact(Record):
    """One contact with somebody who asked for advice; about nobody in particular by default."""

    __tablename__ = "advice_contact"
    __table_args__ = (
        # Half a million contacts are counted from these four alone: each is read from end to
        # end, in the order in which it is grouped.
        Index(
            "ix_advice_contact_counted",
            "kind",
            "age_band",
            "sex",
            "language",
            "outcome",
            "day",
            "interpreter",
            "present",
            "was_here_before",
        ),
        Index(None, "topics", "day"),
        Index(None, "stop_id", "area_id", "day"),
        partial_index(
            "ix_advice_contact_named",
            "person_id",
            "day",
            "stop_id",
            "area_id",
            "kind",
            "age_band",
            "sex",
            "language",
            "topics",
            "outcome",
            where="person_id IS NOT NULL",
        ),
        Index(None, "day", "at"),
        Index(None, "who", "day"),
        Index(None, "tour_halt_id"),
        Index(None, "appointment_id"),
        Index(None, "interpreter_request_id"),
        Index(None, "task_id"),
    )

    day: Mapped[date] = mapped_column(Date)
    at: Mapped[datetime] = mapped_column(Instant())
    """When it was recorded: in this order a tally takes back."""
    kind: Mapped[str] = mapped_column(Text)
    """See `app.mobile_advice.advice.rules.ContactKind`."""
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    tour_halt_id: Mapped[UUID | None] = mapped_column(ForeignKey("tour_halt.id"))
    stop_id: Mapped[UUID | None] = mapped_column(ForeignKey("stop.id"))
    appointment_id: Mapped[UUID | None] = mapped_column(ForeignKey("appointment.id"))
    area_id: Mapped[UUID | None] = mapped_column(ForeignKey("area.id"))
    """District in which the person lives, where it was said."""
    topics: Mapped[str] = mapped_column(Text, default="")
    """Codes of the list `advice_topics`, sorted, with one space between them."""
    age_band: Mapped[str] = mapped_column(Text, default="")
    """See `app.mobile_advice.advice.rules.AgeBand`; "" is not known."""
    sex: Mapped[str] = mapped_column(Text, default="")
    """"female", "male", "other", or "" for not known."""
    language: Mapped[str] = mapped_column(Text, default="")
    """Tag of the language that was spoken."""
    interpreter: Mapped[bool] = mapped_column(Boolean, default=False)
    interpreter_request_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("interpreter_request.id")
    )
    minutes: Mapped[int | None] = mapped_column(Integer)
    present: Mapped[int] = mapped_column(Integer, default=1)
    """How many people were there, helpers of the office apart."""
    was_here_before: Mapped[bool | None] = mapped_column(Boolean)
    outcome: Mapped[str] = mapped_column(Text, default="")
    """Code of the list `advice_outcomes`; "" where nobody said it."""
    follow_up_on: Mapped[date | None] = mapped_column(Date)
    task_id: Mapped[UUID | None] = mapped_column(ForeignKey("task.id"))
    """The task that the follow-up became."""
    note: Mapped[str] = mapped_column(Text, default="")
    who: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(Text)
    """See `app.mobile_advice.advice.rules.ContactSource`."""


class AdviceReferral(Record):
    """Where somebody was sent on; with data of a named person only on consent."""

    __tablename__ = "advice_referral"
    __table_args__ = (
        Index(None, "contact_id"),
        Index(None, "person_id"),
        Index(None, "institution_id", "on"),
    )

    contact_id: Mapped[UUID] = mapped_column(ForeignKey("advice_contact.id"))
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    institution_id: Mapped[UUID | None] = mapped_column(ForeignKey("institution.id"))
    target: Mapped[str] = mapped_column(Text, default="")
    """Where to, in words; "" with an institution."""
    on: Mapped[date] = mapped_column(Date)
    consent_id: Mapped[UUID | None] = mapped_column(ForeignKey("consent.id"))
    disclosure_id: Mapped[UUID | None] = mapped_column(ForeignKey("disclosure.id"))
    """What was passed on; None where only an address was given to the person."""


class Callback(Record):
    """Somebody who is to be called back."""

    __tablename__ = "callback"
    __table_args__ = (
        Index(None, "state", "next_on"),
        Index(None, "person_id"),
        Index(None, "contact_id"),
    )

    caller: Mapped[str] = mapped_column(Text, default="")
    phone: Mapped[str] = mapped_column(Text, default="")
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    wish: Mapped[str] = mapped_column(Text, default="")
    topic: Mapped[str] = mapped_column(Text, default="")
    """Code of the list `advice_topics`; "" where nobody said it."""
    language: Mapped[str] = mapped_column(Text, default="")
    wanted_on: Mapped[date | None] = mapped_column(Date)
    """Day on which the caller asked to be rung."""
    wanted_time: Mapped[str] = mapped_column(Text, default="")
    """When on that day, in words."""
    state: Mapped[str] = mapped_column(Text)
    """See `app.mobile_advice.advice.rules.CallbackState`."""
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    tried_at: Mapped[datetime | None] = mapped_column(Instant())
    """When it was last tried."""
    next_on: Mapped[date | None] = mapped_column(Date)
    """Day on which it is tried again; None once it is closed."""
    who: Mapped[str] = mapped_column(Text, default="")
    """Colleague who calls; "" for whoever is on the phone line."""
    taken_by: Mapped[str] = mapped_column(Text)
    taken_at: Mapped[datetime] = mapped_column(Instant())
    note: Mapped[str] = mapped_column(Text, default="")
    contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("advice_contact.id"))
    """The record of the call in which it was settled."""


class CostItem(Record):
    """One dated assumption of the cost sheet: what something costs, or who pays for it."""

    __tablename__ = "cost_item"
    __table_args__ = (Index(None, "code", "valid_from"),)

    code: Mapped[str] = mapped_column(Text)
    """What holds from another day on under the same code takes the place of this."""
    title: Mapped[str] = mapped_column(Text)
    side: Mapped[str] = mapped_column(Text, default="cost")
    """See `app.mobile_advice.costs.rules.Side`: cost or funding."""
    kind: Mapped[str] = mapped_column(Text)
    """See `app.mobile_advice.costs.rules.CostKind`."""
    amount: Mapped[int] = mapped_column(Integer)
    """Cents (øre) for one of what the kind counts."""
    currency: Mapped[str] = mapped_column(String(3))
    spread_months: Mapped[int] = mapped_column(Integer, default=0)
    """Months over which what is paid once is spread; 0 is in the month of the payment."""
    valid_from: Mapped[date] = mapped_column(Date)
    valid_until: Mapped[date | None] = mapped_column(Date)
    source: Mapped[str] = mapped_column(Text, default="")
    """Where the amount was read, in words."""
