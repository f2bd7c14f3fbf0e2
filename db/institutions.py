"""The tables of institutions that the office works with, and who can be spoken to there."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import Boolean, Date, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Record, SortedText


class Institution(Record):
    """A housing association or one of its departments, a practice, a police station."""

    __tablename__ = "institution"
    __table_args__ = (
        Index(None, "sort_key_de", "id"),
        Index(None, "sort_key_da", "id"),
        Index(None, "kind", "sort_key_de"),
        Index(None, "parent_id"),
    )

    kind: Mapped[str] = mapped_column(Text)
    """See `app.institutions.rules.InstitutionKind`."""
    name: Mapped[str] = mapped_column(Text)
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("institution.id"))
    """The association of a department."""
    country: Mapped[str] = mapped_column(String(2))
    care_of: Mapped[str] = mapped_column(Text, default="")
    street: Mapped[str] = mapped_column(Text, default="")
    house_number: Mapped[str] = mapped_column(Text, default="")
    floor: Mapped[str] = mapped_column(Text, default="")
    door: Mapped[str] = mapped_column(Text, default="")
    postal_code: Mapped[str] = mapped_column(Text, default="")
    city: Mapped[str] = mapped_column(Text, default="")
    area_id: Mapped[UUID | None] = mapped_column(ForeignKey("area.id"))
    phone: Mapped[str] = mapped_column(Text, default="")
    email: Mapped[str] = mapped_column(Text, default="")
    website: Mapped[str] = mapped_column(Text, default="")
    opening_hours: Mapped[str] = mapped_column(Text, default="")
    cooperation: Mapped[str] = mapped_column(Text, default="")
    """Notes on working together, at most 20,000 characters."""
    is_active: Mapped[bool] = mapped_column(Boolean, default=True)
    words: Mapped[str] = mapped_column(SortedText)
    """Folded words of the name, each behind a space, for the search."""
    sort_key_de: Mapped[str] = mapped_column(SortedText)
    sort_key_da: Mapped[str] = mapped_column(SortedText)


class InstitutionLanguage(Base):
    """A language in which an institution can be spoken to."""

    __tablename__ = "institution_language"

    institution_id: Mapped[UUID] = mapped_column(ForeignKey("institution.id"), primary_key=True)
    position: Mapped[int] = mapped_column(Integer, primary_key=True)
    tag: Mapped[str] = mapped_column(Text)


class InstitutionContact(Record):
    """A person who can be spoken to at an institution; one person can be at several."""

    __tablename__ = "institution_contact"
    __table_args__ = (Index(None, "institution_id", "position"), Index(None, "person_id"))

    institution_id: Mapped[UUID] = mapped_column(ForeignKey("institution.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    position: Mapped[int] = mapped_column(Integer, default=0)
    function: Mapped[str] = mapped_column(Text, default="")
    """What the person does there, such as "caretaker"."""
    phone: Mapped[str] = mapped_column(Text, default="")
    email: Mapped[str] = mapped_column(Text, default="")
    note: Mapped[str] = mapped_column(Text, default="")
    valid_from: Mapped[date | None] = mapped_column(Date)
    valid_until: Mapped[date | None] = mapped_column(Date)
