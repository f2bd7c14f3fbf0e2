"""The tables of handing over: referrals, what became of them, and who asked to know somebody."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Date, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Instant, Record


class Referral(Record):
    """One matter of a person that somebody else is asked to take up."""

    __tablename__ = "referral"
    __table_args__ = (
        Index(None, "person_id", "sent_on"),
        Index(None, "state", "due_on"),
        Index(None, "to_member", "state"),
    )

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[str] = mapped_column(Text)
    """See `app.referrals.handing_over.rules.HandingKind`: assign, refer or transfer."""
    from_institution_id: Mapped[UUID | None] = mapped_column(ForeignKey("institution.id"))
    """Who handed it to the office; None where the office hands on."""
    to_institution_id: Mapped[UUID | None] = mapped_column(ForeignKey("institution.id"))
    to_member: Mapped[str] = mapped_column(Text, default="")
    """The colleague whom it is assigned to; "" where it leaves the office."""
    reason: Mapped[str] = mapped_column(Text)
    """What is asked for, as the receiver reads it."""
    facts: Mapped[str] = mapped_column(Text, default="")
    """Codes of the facts that were ticked, a space between them."""
    about: Mapped[str] = mapped_column(Text, default="")
    """How the person is called to the receiver; "" where the name was not ticked."""
    shown_text: Mapped[str] = mapped_column(Text, default="")
    """Every fact as the receiver sees it, a line for each."""
    basis: Mapped[str] = mapped_column(Text)
    """Code of the legal basis, see `app.referrals.bases`."""
    consent_id: Mapped[UUID | None] = mapped_column(ForeignKey("consent.id"))
    state: Mapped[str] = mapped_column(Text)
    """See `app.referrals.handing_over.rules.HandingState`."""
    sent_on: Mapped[date] = mapped_column(Date)
    sent_by: Mapped[str] = mapped_column(Text)
    due_on: Mapped[date | None] = mapped_column(Date)
    """By when an answer is expected."""
    answered_on: Mapped[date | None] = mapped_column(Date)
    answer: Mapped[str] = mapped_column(Text, default="")
    """What the receiver said, in words."""
    answer_reason: Mapped[str] = mapped_column(Text, default="")
    """Why it was rejected or revoked."""
    done_on: Mapped[date | None] = mapped_column(Date)
    disclosure_id: Mapped[UUID | None] = mapped_column(ForeignKey("disclosure.id"))


class ReferralEvent(Record):
    """One change of a referral: when, by whom, and why."""

    __tablename__ = "referral_event"
    __table_args__ = (Index(None, "referral_id", "at"),)

    referral_id: Mapped[UUID] = mapped_column(ForeignKey("referral.id"))
    at: Mapped[datetime] = mapped_column(Instant())
    who: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text, default="")


class AccessRequest(Record):
    """A colleague who was handed a matter asks to open the card of the person it is about."""

    __tablename__ = "access_request"
    __table_args__ = (Index(None, "person_id"), Index(None, "state", "at"))

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    who: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(Instant())
    reason: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(Text)
    """See `app.referrals.handing_over.rules.RequestState`: open, granted or refused."""
    decided_by: Mapped[str] = mapped_column(Text, default="")
    decided_at: Mapped[datetime | None] = mapped_column(Instant())
