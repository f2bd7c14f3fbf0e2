"""The tables of consent, of its overriding, and of everything that ever left the house."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Date, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Instant, Record


class Consent(Record):
    """What a person said to one purpose and one recipient."""

    __tablename__ = "consent"
    __table_args__ = (Index(None, "person_id", "purpose"), Index(None, "expires_on"))

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    purpose: Mapped[str] = mapped_column(Text)
    """See `app.consent.rules.Purpose`."""
    institution_id: Mapped[UUID | None] = mapped_column(ForeignKey("institution.id"))
    recipient: Mapped[str] = mapped_column(Text, default="")
    """Who may get the data, in words; "" with an institution, or where nobody gets any."""
    scope: Mapped[str] = mapped_column(Text, default="")
    """What may be shared, in words that the person understood."""
    state: Mapped[str] = mapped_column(Text)
    """See `app.consent.rules.ConsentState`: given, refused or withdrawn."""
    said_on: Mapped[date] = mapped_column(Date)
    how: Mapped[str] = mapped_column(Text)
    """See `app.consent.rules.ConsentForm`."""
    expires_on: Mapped[date | None] = mapped_column(Date)
    """Last day on which it holds; None is until withdrawn."""
    withdrawn_on: Mapped[date | None] = mapped_column(Date)
    recorded_by: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text, default="")


class Disclosure(Record):
    """Data about a person that left the house: to whom, why, on what basis."""

    __tablename__ = "disclosure"
    __table_args__ = (Index(None, "person_id", "at"), Index(None, "at"))

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime] = mapped_column(Instant())
    who: Mapped[str] = mapped_column(Text)
    institution_id: Mapped[UUID | None] = mapped_column(ForeignKey("institution.id"))
    recipient: Mapped[str] = mapped_column(Text, default="")
    purpose: Mapped[str] = mapped_column(Text)
    what: Mapped[str] = mapped_column(Text)
    """Which kinds of data, never the data."""
    basis: Mapped[str] = mapped_column(Text)
    """"consent" or "override"."""
    consent_id: Mapped[UUID | None] = mapped_column(ForeignKey("consent.id"))
    override_reason: Mapped[str] = mapped_column(Text, default="")
    """Why it was shared without consent, at least 15 characters; "" with consent."""
