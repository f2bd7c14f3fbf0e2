"""The tables of volunteers: the file, what they like and can, when they have time, proofs."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import Boolean, Date, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Record


class Volunteer(Record):
    """The volunteer's file of a person: what is offered, and for whom it suits."""

    __tablename__ = "volunteer"
    __table_args__ = (UniqueConstraint("person_id"), Index(None, "area_id"))

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    applied_on: Mapped[date] = mapped_column(Date)
    active_from: Mapped[date | None] = mapped_column(Date)
    """First day on which the volunteer visits; None until it is agreed."""
    left_on: Mapped[date | None] = mapped_column(Date)
    """Last day as a volunteer."""
    left_reason: Mapped[str] = mapped_column(Text, default="")
    """See `app.volunteers.rules.LeaveReason`."""
    max_people: Mapped[int] = mapped_column(Integer, default=1)
    """How many people the volunteer visits at most."""
    reach_km: Mapped[int | None] = mapped_column(Integer)
    """Kilometres that the volunteer travels at most."""
    area_id: Mapped[UUID | None] = mapped_column(ForeignKey("area.id"))
    """Where the volunteer visits; None is where the volunteer lives."""
    gender: Mapped[str] = mapped_column(Text, default="")
    """"female", "male" or "other", as the volunteer says; "" is not said."""
    smoker: Mapped[bool] = mapped_column(Boolean, default=False)
    accepts_smoking: Mapped[bool] = mapped_column(Boolean, default=True)
    climbs_stairs: Mapped[bool] = mapped_column(Boolean, default=True)
    dementia_experience: Mapped[bool] = mapped_column(Boolean, default=False)
    by_phone_only: Mapped[bool] = mapped_column(Boolean, default=False)
    is_mediator: Mapped[bool] = mapped_column(Boolean, default=False)
    """Whether the volunteer mediates between languages and cultures."""
    is_pupil: Mapped[bool] = mapped_column(Boolean, default=False)
    """Whether the volunteer goes to school or studies."""
    community: Mapped[str] = mapped_column(Text, default="")
    """The migrant community whose key person the volunteer is; "" for none."""
    paid_kind: Mapped[str] = mapped_column(Text, default="actual")
    """See `app.volunteers.rules.PaidKind`: actual cost or a lump sum."""
    insured_until: Mapped[date | None] = mapped_column(Date)
    emergency_note: Mapped[str] = mapped_column(Text, default="")
    """Whom to call when something happens to the volunteer."""
    about: Mapped[str] = mapped_column(Text, default="")


class VolunteerTrait(Base):
    """An interest, a skill, a kind of visit, or an animal of a volunteer."""

    __tablename__ = "volunteer_trait"

    volunteer_id: Mapped[UUID] = mapped_column(ForeignKey("volunteer.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(Text, primary_key=True)
    """See `app.volunteers.rules.TraitKind`."""
    code: Mapped[str] = mapped_column(Text, primary_key=True)


class FreeTime(Record):
    """A stretch of the week in which a person has time: volunteers and people who wait."""

    __tablename__ = "free_time"
    __table_args__ = (Index(None, "person_id"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    weekday: Mapped[int] = mapped_column(Integer)
    """1 is Monday, 7 is Sunday."""
    from_minute: Mapped[int] = mapped_column(Integer)
    """Minutes after midnight of the local day."""
    until_minute: Mapped[int] = mapped_column(Integer)
    """Minutes after midnight, at most 1440; the stretch ends before it."""


class Absence(Record):
    """Days on which a volunteer is away."""

    __tablename__ = "absence"
    __table_args__ = (Index(None, "volunteer_id", "from_day"),)

    volunteer_id: Mapped[UUID] = mapped_column(ForeignKey("volunteer.id"))
    from_day: Mapped[date] = mapped_column(Date)
    until_day: Mapped[date | None] = mapped_column(Date)
    """Last day; None while nobody knows."""
    reason: Mapped[str] = mapped_column(Text, default="")
    """See `app.volunteers.rules.AbsenceReason`."""
    note: Mapped[str] = mapped_column(Text, default="")


class Training(Record):
    """A training or an evening of exchange that a volunteer took part in."""

    __tablename__ = "training"
    __table_args__ = (Index(None, "volunteer_id", "day"),)

    volunteer_id: Mapped[UUID] = mapped_column(ForeignKey("volunteer.id"))
    day: Mapped[date] = mapped_column(Date)
    topic: Mapped[str] = mapped_column(Text)
    minutes: Mapped[int] = mapped_column(Integer)


class Proof(Record):
    """That a volunteer met a requirement, on which day and for how long; never a document."""

    __tablename__ = "proof"
    __table_args__ = (Index(None, "volunteer_id", "requirement_code"),)

    volunteer_id: Mapped[UUID] = mapped_column(ForeignKey("volunteer.id"))
    requirement_code: Mapped[str] = mapped_column(Text)
    """See `app.volunteers.requirements`."""
    certificate_kind: Mapped[str] = mapped_column(Text, default="")
    """See `app.volunteers.rules.CertificateKind`; "" for anything else."""
    issued_on: Mapped[date | None] = mapped_column(Date)
    inspected_on: Mapped[date | None] = mapped_column(Date)
    """Day of the inspection, talk or signature; None where it was waived."""
    inspected_by: Mapped[str] = mapped_column(Text, default="")
    has_excluding_entry: Mapped[bool | None] = mapped_column(Boolean)
    """Germany: whether an entry stands there that excludes; never which."""
    consent_requested_on: Mapped[date | None] = mapped_column(Date)
    """Denmark: when the volunteer was asked to agree in Digital Post."""
    assessment: Mapped[str] = mapped_column(Text, default="")
    """Denmark: see `app.volunteers.rules.Assessment`."""
    valid_until: Mapped[date | None] = mapped_column(Date)
    """Last day; None is for good."""
    waiver_reason: Mapped[str] = mapped_column(Text, default="")
    """Why nothing is asked of this volunteer; "" where it is."""
    delete_on: Mapped[date | None] = mapped_column(Date)
    """Day on which this line must go, since the volunteer left."""


class RequirementRow(Record):
    """What the office requires of volunteers, from a day on; delivered ones hold without a row."""

    __tablename__ = "requirement"
    __table_args__ = (UniqueConstraint("country", "code", "valid_from"),)

    code: Mapped[str] = mapped_column(Text)
    title: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    """See `app.volunteers.rules.RequirementKind`."""
    service: Mapped[str] = mapped_column(Text, default="visiting")
    """See `app.intake.rules.Service`."""
    country: Mapped[str] = mapped_column(String(2))
    before_stage: Mapped[str] = mapped_column(Text)
    """See `app.volunteers.rules.VolunteerStage`."""
    position: Mapped[int] = mapped_column(Integer, default=0)
    valid_months: Mapped[int] = mapped_column(Integer, default=0)
    warn_days: Mapped[int] = mapped_column(Integer, default=0)
    grace_days: Mapped[int] = mapped_column(Integer, default=0)
    most_age_months: Mapped[int] = mapped_column(Integer, default=0)
    delete_months: Mapped[int] = mapped_column(Integer, default=0)
    valid_from: Mapped[date] = mapped_column(Date)
    valid_until: Mapped[date | None] = mapped_column(Date)
    source: Mapped[str] = mapped_column(Text, default="")
