"""The tables of clients: the card, spoken languages, search keys and dated notes."""

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
)
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base, Instant, Record, SortedText


class Client(Record):
    """One person whom the office helps."""

    __tablename__ = "client"
    __table_args__ = (
        Index(None, "sort_key_de", "id"),
        Index(None, "sort_key_da", "id"),
        Index(None, "lives_alone", "sort_key_de"),
        Index(None, "lives_alone", "sort_key_da"),
        Index(None, "address_protected", "sort_key_de"),
        Index(None, "address_protected", "sort_key_da"),
        Index(None, "area_id"),
    )

    given_name: Mapped[str] = mapped_column(Text)
    family_name: Mapped[str] = mapped_column(Text)
    salutation: Mapped[str] = mapped_column(Text, default="none")
    """Chosen by the person, never derived: see `app.clients.rules.Salutation`."""
    birth_date: Mapped[date | None] = mapped_column(Date)
    birth_precision: Mapped[str] = mapped_column(Text, default="day")
    """How much of the date is known: "day", "month" or "year"."""
    phone: Mapped[str] = mapped_column(Text, default="")
    mobile: Mapped[str] = mapped_column(Text, default="")
    email: Mapped[str] = mapped_column(Text, default="")
    country: Mapped[str] = mapped_column(String(2))
    """Country of the address, "DE" or "DK": decides its format."""
    care_of: Mapped[str] = mapped_column(Text, default="")
    street: Mapped[str] = mapped_column(Text, default="")
    house_number: Mapped[str] = mapped_column(Text, default="")
    floor: Mapped[str] = mapped_column(Text, default="")
    door: Mapped[str] = mapped_column(Text, default="")
    postal_code: Mapped[str] = mapped_column(Text, default="")
    city: Mapped[str] = mapped_column(Text, default="")
    area_id: Mapped[UUID | None] = mapped_column(ForeignKey("area.id"))
    lives_alone: Mapped[bool | None] = mapped_column(Boolean)
    letter_language: Mapped[str] = mapped_column(Text, default="")
    """Language of letters to the person ("de", "da", "en"); "" follows the office."""
    address_protected: Mapped[bool] = mapped_column(Boolean, default=False)
    hint: Mapped[str] = mapped_column(Text, default="")
    """One prominent line, such as "always call the niece first"."""
    about: Mapped[str] = mapped_column(Text, default="", sort_order=1)
    """Free notes on the card, at most 20,000 characters; last, so that lists skip it."""
    sort_key_de: Mapped[str] = mapped_column(SortedText)
    sort_key_da: Mapped[str] = mapped_column(SortedText)


class ClientLanguage(Base):
    """A language that a client speaks, in the client's order."""

    __tablename__ = "client_language"

    client_id: Mapped[UUID] = mapped_column(ForeignKey("client.id"), primary_key=True)
    position: Mapped[int] = mapped_column(Integer, primary_key=True)
    tag: Mapped[str] = mapped_column(Text)
    """BCP 47 tag; ISO 639-3 where there is no shorter one ("kmr")."""


class ClientNameKey(Base):
    """A folded word of a client's name; each index answers the type-ahead by itself."""

    __tablename__ = "client_name_key"
    __table_args__ = (
        Index(None, "word", "sort_key_de", "client_id", "words"),
        Index(None, "word", "sort_key_da", "client_id", "words"),
    )

    client_id: Mapped[UUID] = mapped_column(ForeignKey("client.id"), primary_key=True)
    word: Mapped[str] = mapped_column(SortedText, primary_key=True)
    words: Mapped[str] = mapped_column(SortedText)
    """Marks and all words of the name, each behind a space: " #protected anna muller"."""
    sort_key_de: Mapped[str] = mapped_column(SortedText)
    sort_key_da: Mapped[str] = mapped_column(SortedText)


class ClientNote(Record):
    """A dated note about a client."""

    __tablename__ = "client_note"
    __table_args__ = (Index(None, "client_id", "written_at"),)

    client_id: Mapped[UUID] = mapped_column(ForeignKey("client.id"))
    written_at: Mapped[datetime] = mapped_column(Instant())
    author: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
