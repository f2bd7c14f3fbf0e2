"""The tables of matching: what a person wishes, who is kept apart, who visits whom."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Boolean, Date, ForeignKey, Index, Integer, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Instant, Record


class VisitingWish(Record):
    """What somebody wishes of the visits; the times that suit stand in `free_time`."""

    __tablename__ = "visiting_wish"
    __table_args__ = (UniqueConstraint("person_id"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    service_kind: Mapped[str] = mapped_column(Text)
    """See `app.volunteers.rules.ACTIVITIES`."""
    frequency: Mapped[str] = mapped_column(Text)
    """See `app.matches.rules.Frequency`."""
    minutes: Mapped[int] = mapped_column(Integer)
    """How long a visit shall be."""
    wanted: Mapped[int] = mapped_column(Integer, default=1)
    """How many volunteers, up to three."""
    gender_wish: Mapped[str] = mapped_column(Text, default="")
    """"female", "male", "other", or "" for none."""
    youngest: Mapped[int | None] = mapped_column(Integer)
    oldest: Mapped[int | None] = mapped_column(Integer)
    smoking_home: Mapped[bool] = mapped_column(Boolean, default=False)
    no_smoker: Mapped[bool] = mapped_column(Boolean, default=False)
    stairs: Mapped[bool] = mapped_column(Boolean, default=False)
    """Whether stairs lead to the flat."""
    dementia: Mapped[bool] = mapped_column(Boolean, default=False)
    least_level: Mapped[str] = mapped_column(Text, default="good")
    """How well both must speak the language, see `app.clients.rules.LanguageLevel`."""
    about: Mapped[str] = mapped_column(Text, default="")
    no_goes: Mapped[str] = mapped_column(Text, default="")


class WishTrait(Base):
    """An interest, an animal in the flat, or an animal that must not come."""

    __tablename__ = "wish_trait"

    wish_id: Mapped[UUID] = mapped_column(ForeignKey("visiting_wish.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(Text, primary_key=True)
    """See `app.volunteers.rules.TraitKind`."""
    code: Mapped[str] = mapped_column(Text, primary_key=True)


class Exclusion(Record):
    """Two people whom the office keeps apart."""

    __tablename__ = "exclusion"
    __table_args__ = (UniqueConstraint("person_id", "visitor_id"), Index(None, "visitor_id"))

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    visitor_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    """The person who volunteers."""
    reason: Mapped[str] = mapped_column(Text)
    since: Mapped[date] = mapped_column(Date)


class Match(Record):
    """One volunteer for one person, from the proposal to the end."""

    __tablename__ = "match"
    __table_args__ = (
        Index(None, "person_id", "stage"),
        Index(None, "visitor_id", "stage"),
        Index(None, "stage", "check_in_due"),
    )

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    visitor_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    """The person who volunteers."""
    stage: Mapped[str] = mapped_column(Text)
    """See `app.matches.rules.MatchStage`."""
    since: Mapped[date] = mapped_column(Date)
    """Day from which the stage holds."""
    proposed_on: Mapped[date] = mapped_column(Date)
    asked_on: Mapped[date | None] = mapped_column(Date)
    """Day on which the volunteer was asked, with a card that names nobody."""
    introduced_on: Mapped[date | None] = mapped_column(Date)
    trial_until: Mapped[date | None] = mapped_column(Date)
    running_from: Mapped[date | None] = mapped_column(Date)
    """First day of regular visits; a pause does not change it."""
    paused_from: Mapped[date | None] = mapped_column(Date)
    paused_until: Mapped[date | None] = mapped_column(Date)
    ended_on: Mapped[date | None] = mapped_column(Date)
    ended_by: Mapped[str] = mapped_column(Text, default="")
    """See `app.matches.rules.EndedBy`."""
    end_reason: Mapped[str] = mapped_column(Text, default="")
    """See `app.matches.rules.EndReason`."""
    check_in_due: Mapped[date | None] = mapped_column(Date)
    """Day on which both are asked how it goes."""
    check_in_on: Mapped[date | None] = mapped_column(Date)
    is_locked: Mapped[bool] = mapped_column(Boolean, default=False)
    """Whether the best assignment of the whole office must keep it."""
    coordinator: Mapped[str] = mapped_column(Text)


class MatchEvent(Record):
    """One step of a match, or something else that was noted about it."""

    __tablename__ = "match_event"
    __table_args__ = (Index(None, "match_id", "at"),)

    match_id: Mapped[UUID] = mapped_column(ForeignKey("match.id"))
    at: Mapped[datetime] = mapped_column(Instant())
    who: Mapped[str] = mapped_column(Text)
    stage: Mapped[str] = mapped_column(Text)
    what: Mapped[str] = mapped_column(Text, default="step")
    """See `app.matches.rules.EventKind`."""
    note: Mapped[str] = mapped_column(Text, default="")


class CourtesyCaller(Record):
    """A volunteer who rings somebody while she waits."""

    __tablename__ = "courtesy_caller"
    __table_args__ = (UniqueConstraint("person_id"), Index(None, "visitor_id"))

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    visitor_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    since: Mapped[date] = mapped_column(Date)


class CourtesyCall(Record):
    """One call to somebody who waits."""

    __tablename__ = "courtesy_call"
    __table_args__ = (Index(None, "person_id", "at"), Index(None, "visitor_id"))

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    visitor_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    """The volunteer who rang; None where the office did."""
    at: Mapped[datetime] = mapped_column(Instant())
    result: Mapped[str] = mapped_column(Text)
    """See `app.matches.rules.CallResult`."""
    note: Mapped[str] = mapped_column(Text, default="")
    who: Mapped[str] = mapped_column(Text)
    """Who entered it."""
