"""The values of a letter's fields: from the person, the office, the visit and the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.clients.rules import address_lines, write_birth
from app.letters.deadlines.queries import deadline
from app.letters.deadlines.rules import Asked
from app.letters.rules.fields import FIELDS, Origin
from forms.dates import clock_times, long_day, plain_day

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sqlalchemy import Row

    from app.letters.composing.addressees import Addressee
    from forms.letterhead import Sender
    from forms.logo import Logo

    AnyRow = Row[*tuple[Any, ...]]

REMEDIES = {"DE": "widerspruch", "DK": "klage"}
"""What is open against a decision of an office, by its country."""
VISIT_FIELDS = frozenset(code for code, field in FIELDS.items() if field.origin is Origin.VISIT)
LONG_FIELDS = frozenset({"text", "decision", "reason", "documents"})
"""Typed fields of several lines."""
TYPED_FIELDS = frozenset(code for code, field in FIELDS.items() if field.origin is Origin.TYPED)
MAY_BE_TYPED = TYPED_FIELDS | {"remedy_office"}
"""Fields whose value somebody may type; all others come from the office."""


@dataclass(frozen=True, slots=True)
class Office:
    """The office that writes."""

    sender: Sender
    country: str
    logo: Logo | None = None
    state: str = ""
    """Code of the federal state of a German office; "" while nobody has said it."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a letter is about, besides its addressee."""

    today: date
    posted_on: date
    typed: Mapping[str, str]
    visit: AnyRow | None = None
    is_decision: bool = False


def field_values(
    person: Addressee, office: Office, occasion: Occasion, language: str, place: str
) -> dict[str, str]:
    """Answer the value of each field in a language; "" where nothing is known.

    `place` is where the visit takes place, in words of the language.
    """
    return {
        **dict.fromkeys(FIELDS, ""),
        **_of_person(person, office.country),
        **_of_office(office, occasion.today, language),
        **(_of_visit(occasion.visit, language, place) if occasion.visit is not None else {}),
        **_of_law(office, occasion, language),
        **{code: text.strip() for code, text in occasion.typed.items() if text.strip()},
    }


def remedy_office(office: Office) -> str:
    """Answer where to object unless somebody types another place: at the office itself."""
    sender = office.sender
    parts = [sender.name, sender.department, sender.street, sender.place]
    return ", ".join(part for part in parts if part.strip())


def _of_person(person: Addressee, country: str) -> dict[str, str]:
    return {
        "name": person.name,
        "given_name": person.given_name,
        "family_name": person.family_name,
        "address": ", ".join(address_lines(person.address, sent_from=country)),
        "birth_day": write_birth(person.birth),
    }


def _of_office(office: Office, today: date, language: str) -> dict[str, str]:
    sender = office.sender
    return {
        "office": sender.name,
        "department": sender.department or sender.name,
        "office_address": ", ".join(filter(None, (sender.street, sender.place))),
        "contact": sender.contact,
        "phone": sender.phone,
        "email": sender.email,
        "today": plain_day(today, language),
    }


def _of_visit(visit: AnyRow, language: str, place: str) -> dict[str, str]:
    return {
        "visit_day": long_day(visit.planned_start.date(), language),
        "visit_time": clock_times(visit.planned_start, visit.planned_end, language),
        "visitor": visit.visitor,
        "place": visit.place_note.strip() or place,
    }


def _of_law(office: Office, occasion: Occasion, language: str) -> dict[str, str]:
    found = {"remedy_office": remedy_office(office)}
    kind = REMEDIES.get(office.country)
    if occasion.is_decision and kind is not None:
        end = deadline(Asked(office.country, kind, occasion.posted_on, office.state)).end
        found["deadline_day"] = plain_day(end, language)
    return found
