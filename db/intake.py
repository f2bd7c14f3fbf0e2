"""The tables of intake: requests for a service, their first talk, decision and waiting."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import Boolean, Date, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Record


class Intake(Record):
    """One request for one service for one person; kept and counted whatever becomes of it."""

    __tablename__ = "intake"
    __table_args__ = (
        Index(None, "person_id", "requested_on"),
        Index(None, "stage", "requested_on"),
        Index(None, "service", "stage", "waiting_since"),
    )

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    service: Mapped[str] = mapped_column(Text)
    """See `app.intake.rules.Service`."""
    stage: Mapped[str] = mapped_column(Text, default="open")
    """See `app.intake.rules.Stage`: open, waiting, accepted, declined, unsuitable, withdrawn."""
    requested_on: Mapped[date] = mapped_column(Date)
    source: Mapped[str] = mapped_column(Text)
    """Who asked: see `app.intake.rules.RequestSource`."""
    source_note: Mapped[str] = mapped_column(Text, default="")
    source_person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    source_institution_id: Mapped[UUID | None] = mapped_column(ForeignKey("institution.id"))
    own_consent: Mapped[bool | None] = mapped_column(Boolean)
    """Whether the person herself agrees, never her children or the municipality."""
    consent_on: Mapped[date | None] = mapped_column(Date)
    consent_how: Mapped[str] = mapped_column(Text, default="")
    """See `app.consent.rules.ConsentForm`: how she said so."""
    waiting_since: Mapped[date | None] = mapped_column(Date)
    waiting_reason: Mapped[str] = mapped_column(Text, default="")
    decided_on: Mapped[date | None] = mapped_column(Date)
    decided_by: Mapped[str] = mapped_column(Text, default="")
    reason: Mapped[str] = mapped_column(Text, default="")
    """Why it was declined, unsuitable or withdrawn: see `app.intake.rules.EndReason`."""
    note: Mapped[str] = mapped_column(Text, default="")
    taken_by: Mapped[str] = mapped_column(Text)


class IntakeAnswer(Base):
    """The answer to one item of the checklist of an intake."""

    __tablename__ = "intake_answer"

    intake_id: Mapped[UUID] = mapped_column(ForeignKey("intake.id"), primary_key=True)
    item: Mapped[str] = mapped_column(Text, primary_key=True)
    """Code of the item in the checklist of the service."""
    answer: Mapped[str] = mapped_column(Text, default="")
