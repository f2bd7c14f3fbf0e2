"""The tables of households, their members, and how people stand to each other."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import Boolean, Date, ForeignKey, Index, Integer, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Record


class Household(Record):
    """People who live together; they get one letter."""

    __tablename__ = "household"

    name: Mapped[str] = mapped_column(Text, default="")
    """What letters call it, such as "Familie Yilmaz"; "" makes it from its members."""
    note: Mapped[str] = mapped_column(Text, default="")


class HouseholdMember(Record):
    """One person in one household, for a time."""

    __tablename__ = "household_member"
    __table_args__ = (Index(None, "person_id"), Index(None, "household_id"))

    household_id: Mapped[UUID] = mapped_column(ForeignKey("household.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    since: Mapped[date | None] = mapped_column(Date)
    until: Mapped[date | None] = mapped_column(Date)


class HouseholdRefusal(Record):
    """Two people of one address who are known not to live together: proposed no more."""

    __tablename__ = "household_refusal"
    __table_args__ = (Index(None, "person_id"), Index(None, "other_id"))

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    other_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    said_by: Mapped[str] = mapped_column(Text)


class Relation(Record):
    """What one person is to another: the other is the niece, the guardian, the neighbour."""

    __tablename__ = "relation"
    __table_args__ = (Index(None, "person_id"), Index(None, "other_id"))

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    """On whose card it stands first."""
    other_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[str] = mapped_column(Text)
    """What the other is to the person: see `app.households.rules.RelationKind`."""
    detail: Mapped[str] = mapped_column(Text, default="")
    """In words, such as "niece in Ratingen" or the court of a guardianship."""
    has_key: Mapped[bool] = mapped_column(Boolean, default=False)
    in_emergency: Mapped[int | None] = mapped_column(Integer)
    """Place in the order of whom to call in an emergency, from 1; None is not called."""
    valid_from: Mapped[date | None] = mapped_column(Date)
    valid_until: Mapped[date | None] = mapped_column(Date)
