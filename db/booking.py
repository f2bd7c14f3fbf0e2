"""The tables of booking: appointments, who waits at a stop, mediators asked for and their pools."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import (
    Boolean,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Instant, Record, partial_index


def _one_of(*columns: str, state: str) -> Index:
    """Answer an index that lets one row only hold these columns while it is in some states."""
    return partial_index(None, *columns, unique=True, where=state)


TAKES_ITS_TIME = "state IN ('booked', 'waiting', 'called', 'done', 'no_show')"
_IS_CALLED = "state = 'called'"
TAKES_A_MEDIATOR = "state IN ('requested', 'confirmed', 'done')"


class InterpreterPool(Record):
    """A pool that sends language mediators, and by which rules; dated, for rules change."""

    __tablename__ = "interpreter_pool"
    __table_args__ = (Index(None, "institution_id"),)

    name: Mapped[str] = mapped_column(Text)
    institution_id: Mapped[UUID | None] = mapped_column(ForeignKey("institution.id"))
    languages: Mapped[str] = mapped_column(Text, default="")
    """Tags of languages with a blank between; "" offers any."""
    lead_days: Mapped[int] = mapped_column(Integer)
    """Working days that the pool needs from the request to the talk."""
    sworn: Mapped[bool] = mapped_column(Boolean, default=False)
    """Whether it sends sworn interpreters, for talks that have legal or economic effect."""
    phone: Mapped[str] = mapped_column(Text, default="")
    email: Mapped[str] = mapped_column(Text, default="")
    funding_rule: Mapped[str] = mapped_column(Text, default="")
    """Who may book it and who pays, in words."""
    valid_from: Mapped[date] = mapped_column(Date)
    source: Mapped[str] = mapped_column(Text, default="")
    is_active: Mapped[bool] = mapped_column(Boolean, default=True)


class InterpreterRequest(Record):
    """One language mediator asked for, from the office's own people or from a pool."""

    __tablename__ = "interpreter_request"
    __table_args__ = (
        # Nobody interprets in two places at once, whoever books in the same second.
        _one_of("mediator_id", "day", "from_time", state=TAKES_A_MEDIATOR),
        Index(None, "day", "state"),
        Index(None, "person_id"),
        Index(None, "pool_id"),
        Index(None, "requester_id"),
    )

    language: Mapped[str] = mapped_column(Text)
    """A tag of a language, of ISO 639-1 or 639-3."""
    dialect: Mapped[str] = mapped_column(Text, default="")
    gender_wish: Mapped[str] = mapped_column(Text, default="")
    """See `app.mobile_advice.mediators.rules.GenderWish`; "" for none."""
    subject: Mapped[str] = mapped_column(Text)
    """What the talk is about, in words without a name."""
    day: Mapped[date] = mapped_column(Date)
    from_time: Mapped[int] = mapped_column(Integer)
    """Minutes after midnight of the local day."""
    until_time: Mapped[int] = mapped_column(Integer)
    way: Mapped[str] = mapped_column(Text)
    """See `app.mobile_advice.mediators.rules.Way`."""
    place: Mapped[str] = mapped_column(Text, default="")
    requester_id: Mapped[UUID | None] = mapped_column(ForeignKey("institution.id"))
    requester: Mapped[str] = mapped_column(Text, default="")
    funding: Mapped[str] = mapped_column(Text, default="")
    """See `app.mobile_advice.mediators.rules.Funding`."""
    sworn_needed: Mapped[bool] = mapped_column(Boolean, default=False)
    state: Mapped[str] = mapped_column(Text)
    """See `app.mobile_advice.mediators.rules.RequestState`."""
    mediator_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    """One of the office's own mediators."""
    pool_id: Mapped[UUID | None] = mapped_column(ForeignKey("interpreter_pool.id"))
    kilometres: Mapped[int | None] = mapped_column(Integer)
    """Tenths of a kilometre, there and back."""
    fee: Mapped[int | None] = mapped_column(Integer)
    """Cents."""
    currency: Mapped[str] = mapped_column(String(3), default="")
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    """For whom it is interpreted; None for somebody without a card."""
    requested_by: Mapped[str] = mapped_column(Text)
    requested_at: Mapped[datetime] = mapped_column(Instant())
    asked_on: Mapped[date | None] = mapped_column(Date)
    """When the letter or mail went to the pool; None while nobody was asked."""
    note: Mapped[str] = mapped_column(Text, default="")
    reason: Mapped[str] = mapped_column(Text, default="")
    """Why it was declined or cancelled."""


class Appointment(Record):
    """Somebody's time at a counter of a halt or at home on the way, or a number in the queue."""

    __tablename__ = "appointment"
    __table_args__ = (
        # What the rules refuse is refused here once more, to whoever books in the same second.
        _one_of("tour_halt_id", "counter", "starts_at", state=TAKES_ITS_TIME),
        _one_of("person_id", "day", "starts_at", state=TAKES_ITS_TIME),
        _one_of("tour_halt_id", "counter", state=_IS_CALLED),
        UniqueConstraint("tour_halt_id", "queue_number"),
        Index(None, "day", "state"),
        # A card lists all of a person's, the one above only those that take their time.
        Index(None, "person_id"),
        Index(None, "tour_day_id"),
        Index(None, "interpreter_request_id"),
        Index(None, "moved_to_id"),
        Index(None, "letter_id"),
    )

    tour_halt_id: Mapped[UUID | None] = mapped_column(ForeignKey("tour_halt.id"))
    """None for a visit at home on the way."""
    tour_day_id: Mapped[UUID | None] = mapped_column(ForeignKey("tour_day.id"))
    day: Mapped[date] = mapped_column(Date)
    starts_at: Mapped[int | None] = mapped_column(Integer)
    """Minutes after midnight of the local day; None for a number in the queue."""
    minutes: Mapped[int] = mapped_column(Integer)
    counter: Mapped[int] = mapped_column(Integer, default=0)
    """From 1; 0 in the queue and at home."""
    queue_number: Mapped[int | None] = mapped_column(Integer)
    """From 1 at each halt."""
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str] = mapped_column(Text, default="")
    """What somebody without a card is called; "" is nameless."""
    phone: Mapped[str] = mapped_column(Text, default="")
    kind: Mapped[str] = mapped_column(Text)
    """See `app.mobile_advice.booking.rules.Kind`."""
    state: Mapped[str] = mapped_column(Text)
    """See `app.mobile_advice.booking.rules.State`."""
    source: Mapped[str] = mapped_column(Text)
    """See `app.mobile_advice.booking.rules.Source`."""
    language: Mapped[str] = mapped_column(Text, default="")
    """The tag of a language; "" where nobody said one."""
    interpreter_request_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("interpreter_request.id")
    )
    topic: Mapped[str] = mapped_column(Text, default="")
    """A code of the list of advice topics."""
    bring: Mapped[str] = mapped_column(Text, default="")
    """What the person is asked to bring along."""
    note: Mapped[str] = mapped_column(Text, default="")
    moved_to_id: Mapped[UUID | None] = mapped_column(ForeignKey("appointment.id"))
    """The appointment that followed this one."""
    letter_id: Mapped[UUID | None] = mapped_column(ForeignKey("letter.id"))
    """The letter that reminded of it."""
    reminded_on: Mapped[date | None] = mapped_column(Date)
    """When the letter was written or the person was rung."""
    booked_by: Mapped[str] = mapped_column(Text)
    booked_at: Mapped[datetime] = mapped_column(Instant())
    called_at: Mapped[datetime | None] = mapped_column(Instant())


class StopWaiting(Record):
    """Who waits for a free time at a stop, in the order in which they came."""

    __tablename__ = "stop_waiting"
    __table_args__ = (
        Index(None, "stop_id", "state", "since"),
        Index(None, "person_id"),
        Index(None, "appointment_id"),
    )

    stop_id: Mapped[UUID] = mapped_column(ForeignKey("stop.id"))
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    name: Mapped[str] = mapped_column(Text, default="")
    phone: Mapped[str] = mapped_column(Text, default="")
    since: Mapped[date] = mapped_column(Date)
    wish: Mapped[str] = mapped_column(Text, default="")
    """Days or times that suit, and what it is about."""
    state: Mapped[str] = mapped_column(Text)
    """See `app.mobile_advice.booking.rules.WaitingState`."""
    appointment_id: Mapped[UUID | None] = mapped_column(ForeignKey("appointment.id"))
    """What was booked at last."""
