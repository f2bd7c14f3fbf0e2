"""The tables of people: the card, roles, languages, further addresses and ways to reach them."""

from __future__ import annotations

from datetime import date
from typing import Any
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

from db.base import Base, Record, SortedText
from db.covering import covering


class Person(Record):
    """One human being whom the office knows, in whatever roles."""

    __tablename__ = "person"
    __table_args__ = (
        Index(None, "sort_key_de", "id"),
        Index(None, "sort_key_da", "id"),
        Index(None, "lives_alone", "sort_key_de"),
        Index(None, "lives_alone", "sort_key_da"),
        Index(None, "address_protected", "sort_key_de"),
        Index(None, "address_protected", "sort_key_da"),
        Index(None, "area_id"),
        # Every policy of a shared office asks this index alone.
        covering("is_restricted", also=("id",)),
        Index(None, "linked_to"),
        # Proposes households: people at one address stand side by side.
        Index(None, "postal_code", "street", "house_number"),
        # These three warn of a twin while a new person is typed.
        Index(None, "birth_date"),
        Index(None, "phone"),
        Index(None, "mobile"),
        # Finds those who have not been reached for long, for one colleague or for all.
        Index(None, "status", "last_contact", "id"),
        Index(None, "responsible", "status", "last_contact", "id"),
    )

    given_name: Mapped[str] = mapped_column(Text)
    family_name: Mapped[str] = mapped_column(Text)
    salutation: Mapped[str] = mapped_column(Text, default="none")
    """Chosen by the person, never derived: see `app.clients.rules.Salutation`."""
    birth_date: Mapped[date | None] = mapped_column(Date)
    birth_precision: Mapped[str] = mapped_column(Text, default="day")
    """How much of the date is known: "day", "month" or "year"."""
    cpr: Mapped[str] = mapped_column(Text, default="")
    """Danish CPR number, ten digits; "" unless the office is allowed to keep it."""
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
    letter_format: Mapped[str] = mapped_column(Text, default="")
    """Accessible format wanted, see `app.clients.rules.LetterFormat`; "" is ordinary print."""
    needs_interpreter: Mapped[bool] = mapped_column(Boolean, default=False)
    address_protected: Mapped[bool] = mapped_column(Boolean, default=False)
    is_restricted: Mapped[bool] = mapped_column(Boolean, default=False)
    """Only those named in `person_access` may know of this person."""
    status: Mapped[str] = mapped_column(Text, default="active")
    """See `app.clients.rules.PersonStatus`: active, paused, moved or deceased."""
    status_from: Mapped[date | None] = mapped_column(Date)
    status_until: Mapped[date | None] = mapped_column(Date)
    """Last day of a pause; None while its end is open."""
    status_note: Mapped[str] = mapped_column(Text, default="")
    responsible: Mapped[str] = mapped_column(Text, default="")
    """Name of the colleague in charge; "" when nobody is."""
    last_contact: Mapped[date | None] = mapped_column(Date)
    """Day of the last contact in which the person was reached, by visit or note."""
    source: Mapped[str] = mapped_column(Text, default="")
    """Where these data come from, such as "intake" or the name of an imported file."""
    linked_to: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    """The card that speaks for this one since both were found to be the same human being."""
    hint: Mapped[str] = mapped_column(Text, default="")
    """One prominent line, such as "always call the niece first"."""
    about: Mapped[str] = mapped_column(Text, default="", sort_order=1)
    """Free notes on the card, at most 20,000 characters; last, so that lists skip it."""
    sort_key_de: Mapped[str] = mapped_column(SortedText)
    sort_key_da: Mapped[str] = mapped_column(SortedText)


class PersonRole(Record):
    """One role of a person, for a time; the same role can come back."""

    __tablename__ = "person_role"
    __table_args__ = (
        Index(None, "person_id", "role", "until", "since"),
        # The list of one role in the order of names is read from one of these alone.
        Index(None, "role", "sort_key_de", "person_id", "until"),
        Index(None, "role", "sort_key_da", "person_id", "until"),
    )

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    role: Mapped[str] = mapped_column(Text)
    """See `app.clients.rules.roles.Role`: client, volunteer, contact, reporter or staff."""
    since: Mapped[date | None] = mapped_column(Date)
    until: Mapped[date | None] = mapped_column(Date)
    """Last day of the role; None while it lasts."""
    sort_key_de: Mapped[str] = mapped_column(SortedText)
    sort_key_da: Mapped[str] = mapped_column(SortedText)


class PersonLanguage(Base):
    """A language that a person speaks, in the person's order."""

    __tablename__ = "person_language"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)
    position: Mapped[int] = mapped_column(Integer, primary_key=True)
    tag: Mapped[str] = mapped_column(Text)
    """BCP 47 tag; ISO 639-3 where there is no shorter one ("kmr")."""
    level: Mapped[str] = mapped_column(Text, default="")
    """How well, see `app.clients.rules.LanguageLevel`; "" when it is not known."""


def _sound_of_word(context: Any) -> str:  # noqa: ANN401 - SQLAlchemy leaves its method untyped
    from app.clients.rules.phonetics import sound  # noqa: PLC0415 - only where names are saved

    word: str = context.get_current_parameters()["word"]
    return sound(word) or word


class PersonNameKey(Base):
    """A folded word of a person's name; each index answers the type-ahead by itself."""

    __tablename__ = "person_name_key"
    __table_args__ = (
        Index(None, "word", "sort_key_de", "person_id", "words"),
        Index(None, "word", "sort_key_da", "person_id", "words"),
        Index(None, "sound", "person_id"),
    )

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)
    word: Mapped[str] = mapped_column(SortedText, primary_key=True)
    words: Mapped[str] = mapped_column(SortedText)
    """Marks and all words of the name, each behind a space: " #protected anna muller"."""
    sound: Mapped[str] = mapped_column(SortedText, default=_sound_of_word)
    """How the word sounds (Kölner Phonetik), or the word where it has no sound."""
    sort_key_de: Mapped[str] = mapped_column(SortedText)
    sort_key_da: Mapped[str] = mapped_column(SortedText)


class PersonReach(Record):
    """A further phone number or mail address of a person, with a label and a validity."""

    __tablename__ = "person_reach"
    __table_args__ = (Index(None, "person_id", "position"), Index(None, "value"))

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    position: Mapped[int] = mapped_column(Integer, default=0)
    kind: Mapped[str] = mapped_column(Text)
    """"phone" or "email"."""
    label: Mapped[str] = mapped_column(Text, default="")
    """Whose or where it is, such as "daughter" or "work"; free text with suggestions."""
    value: Mapped[str] = mapped_column(Text)
    """International form of a number ("+49 211 8991"), or a mail address."""
    note: Mapped[str] = mapped_column(Text, default="")
    valid_from: Mapped[date | None] = mapped_column(Date)
    valid_until: Mapped[date | None] = mapped_column(Date)


class PersonAddress(Record):
    """A further address of a person: a former one, a hospital, where letters go."""

    __tablename__ = "person_address"
    __table_args__ = (Index(None, "person_id", "valid_from"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    label: Mapped[str] = mapped_column(Text)
    """See `app.clients.rules.AddressLabel`: letters, stay, former or other."""
    country: Mapped[str] = mapped_column(String(2))
    care_of: Mapped[str] = mapped_column(Text, default="")
    street: Mapped[str] = mapped_column(Text, default="")
    house_number: Mapped[str] = mapped_column(Text, default="")
    floor: Mapped[str] = mapped_column(Text, default="")
    door: Mapped[str] = mapped_column(Text, default="")
    postal_code: Mapped[str] = mapped_column(Text, default="")
    city: Mapped[str] = mapped_column(Text, default="")
    note: Mapped[str] = mapped_column(Text, default="")
    valid_from: Mapped[date | None] = mapped_column(Date)
    valid_until: Mapped[date | None] = mapped_column(Date)
