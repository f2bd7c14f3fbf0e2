"""Writes a checked form into the rows of a person: card, roles, languages, addresses, keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import select

from app.clients.phones import read_phone
from app.clients.rules import (
    Birth,
    BirthPrecision,
    Reach,
    ReachKind,
    read_birth,
    read_cpr,
    search_keys,
)
from app.errors import Problem
from db.base import Record
from db.people import Person, PersonAddress, PersonLanguage, PersonNameKey, PersonReach, PersonRole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from app.clients.rules import ClientDetails, FurtherAddress, SearchKeys
    from app.office import Act

R = TypeVar("R", bound=Record)

ADDRESS_PARTS = (
    "country", "care_of", "street", "house_number", "floor", "door", "postal_code", "city",
)  # fmt: skip
"""The columns of an address, as `Address` names them."""

_ONE_LINE = ("given_name", "family_name", "email", "hint", "status_note", "responsible")
_AS_GIVEN = (
    "salutation", "letter_language", "letter_format", "needs_interpreter", "lives_alone",
    "address_protected", "area_id", "about",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Numbers:
    """The telephone numbers of a form as they are stored, by field, and what is wrong."""

    stored: Mapping[str, str]
    problems: tuple[Problem, ...]


def read_numbers(details: ClientDetails) -> Numbers:
    """Read all numbers of a form: "phone", "mobile" and "reaches.0.value" and so on."""
    typed = {"phone": details.phone, "mobile": details.mobile}
    for at, reach in enumerate(details.reaches):
        if reach.kind == ReachKind.PHONE and not reach.is_empty():
            typed[f"reaches.{at}.value"] = reach.value
    stored, problems = {}, []
    for field, number in typed.items():
        phone = read_phone(number, details.country, field)
        if isinstance(phone, Problem):
            problems.append(phone)
        else:
            stored[field] = phone.stored
    return Numbers(stored, tuple(problems))


def write_card(act: Act, person: Person, details: ClientDetails, numbers: Numbers) -> None:
    """Write a checked form; its rows in other tables follow it."""
    _write_person(person, details, numbers)
    keys = _take_keys(person)
    act.session.add(person)
    act.session.flush()
    _write_roles(act, person, details)
    _write_languages(act, person.id, details)
    _write_reaches(act, person.id, details.reaches, numbers)
    _write_addresses(act, person.id, details.addresses)
    _write_name_keys(act, person, keys)


def follow_name(act: Act, person: Person) -> None:
    """Write the words that find a person whose card came from elsewhere, and its places in lists.

    The roles of a card that came bring their own places.
    """
    keys = _take_keys(person)
    act.session.add(person)
    act.session.flush()
    _write_name_keys(act, person, keys)


def _take_keys(person: Person) -> SearchKeys:
    keys = search_keys(
        person.given_name,
        person.family_name,
        lives_alone=person.lives_alone,
        address_protected=person.address_protected,
    )
    person.sort_key_de, person.sort_key_da = keys.sort_key_de, keys.sort_key_da
    return keys


def _write_person(person: Person, details: ClientDetails, numbers: Numbers) -> None:
    for field in _ONE_LINE:
        setattr(person, field, getattr(details, field).strip())
    for field in _AS_GIVEN:
        setattr(person, field, getattr(details, field))
    address = details.address
    for field in ADDRESS_PARTS:
        setattr(person, field, getattr(address, field))
    person.phone, person.mobile = numbers.stored["phone"], numbers.stored["mobile"]
    birth = read_birth(details.birth)
    person.birth_date = birth.date if isinstance(birth, Birth) else None
    person.birth_precision = birth.precision if isinstance(birth, Birth) else BirthPrecision.DAY
    person.cpr = str(read_cpr(details.cpr))
    standing = details.standing
    person.status = standing.status
    person.status_from, person.status_until = standing.since, standing.until


def _write_roles(act: Act, person: Person, details: ClientDetails) -> None:
    """Write the roles in their order; every one of them follows the name."""
    known = select(PersonRole).where(PersonRole.person_id == person.id)
    rows = {(row.role, row.since): row for row in act.session.scalars(known)}
    for span in details.roles:
        row = rows.pop((span.role, span.since), None) or PersonRole(person_id=person.id)
        row.role, row.since, row.until = span.role, span.since, span.until
        row.sort_key_de, row.sort_key_da = person.sort_key_de, person.sort_key_da
        act.session.add(row)
    _delete(act, rows.values())


def _write_languages(act: Act, person_id: UUID, details: ClientDetails) -> None:
    known = select(PersonLanguage).where(PersonLanguage.person_id == person_id)
    rows = {row.position: row for row in act.session.scalars(known)}
    levels = dict(zip(details.languages, details.levels, strict=False))
    for position, tag in enumerate(dict.fromkeys(details.languages)):
        row = rows.pop(position, None) or PersonLanguage(person_id=person_id, position=position)
        row.tag, row.level = tag, levels.get(tag, "")
        act.session.add(row)
    _delete(act, rows.values())


def _write_reaches(act: Act, person_id: UUID, reaches: tuple[Reach, ...], numbers: Numbers) -> None:
    known = select(PersonReach).where(PersonReach.person_id == person_id)
    rows = {row.id: row for row in act.session.scalars(known)}
    for position, reach in enumerate(reaches):
        if reach.is_empty():
            continue
        row = rows.pop(reach.id, None) or PersonReach(id=reach.id, person_id=person_id)
        value = numbers.stored.get(f"reaches.{position}.value", reach.value.strip())
        _fill(
            row,
            position=position,
            kind=str(reach.kind),
            label=reach.label.strip(),
            value=value,
            note=reach.note.strip(),
            valid_from=reach.valid_from,
            valid_until=reach.valid_until,
        )
        act.session.add(row)
    _delete(act, rows.values())


def _write_addresses(act: Act, person_id: UUID, addresses: tuple[FurtherAddress, ...]) -> None:
    known = select(PersonAddress).where(PersonAddress.person_id == person_id)
    rows = {row.id: row for row in act.session.scalars(known)}
    for further in addresses:
        row = rows.pop(further.id, None) or PersonAddress(id=further.id, person_id=person_id)
        address = further.address
        _fill(
            row,
            label=str(further.label),
            note=further.note.strip(),
            valid_from=further.valid_from,
            valid_until=further.valid_until,
            **{part: getattr(address, part) for part in ADDRESS_PARTS},
        )
        act.session.add(row)
    _delete(act, rows.values())


def _write_name_keys(act: Act, person: Person, keys: SearchKeys) -> None:
    """Write the words that find a person; they follow every change of name and marks."""
    known = select(PersonNameKey).where(PersonNameKey.person_id == person.id)
    rows = {row.word: row for row in act.session.scalars(known)}
    for word in keys.words:
        row = rows.pop(word, None) or PersonNameKey(person_id=person.id, word=word)
        row.words = keys.line
        row.sort_key_de, row.sort_key_da = keys.sort_key_de, keys.sort_key_da
        act.session.add(row)
    _delete(act, rows.values())


def _fill(row: Record, **values: Any) -> None:  # noqa: ANN401 - the columns of any table
    for name, value in values.items():
        setattr(row, name, value)


def _delete(act: Act, rows: Iterable[object]) -> None:
    for row in rows:
        act.session.delete(row)
