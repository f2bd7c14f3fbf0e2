"""The rows of the tables that a person from a list becomes, hundreds in one statement."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert

from app.clients.phones import read_phone
from app.clients.rules import Birth, BirthPrecision, read_birth, search_keys, write_birth
from app.errors import Problem
from db.people import Person, PersonLanguage, PersonNameKey, PersonRole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy.orm import Session

    from app.clients.rules import ClientDetails, SearchKeys
    from app.importing.rows import GoodRow

Values = dict[str, Any]
_ONE_LINE = ("given_name", "family_name", "email", "hint")
_IN_ADDRESS = (
    "country", "care_of", "street", "house_number", "floor", "door", "postal_code", "city",
)  # fmt: skip
_AS_GIVEN = (
    "salutation", "letter_language", "lives_alone", "address_protected", "area_id", "about",
)  # fmt: skip
_BATCH = 500


def add_people(session: Session, rows: Sequence[GoodRow], source: str) -> Iterator[int]:
    """Add a client for each checked row; answers after each batch how many it were.

    `source` says where the data come from: the name of the file.
    """
    for start in range(0, len(rows), _BATCH):
        batch = rows[start : start + _BATCH]
        people = [_person(row, source) for row in batch]
        session.execute(insert(Person), people)
        session.execute(insert(PersonRole), [_role(person) for person in people])
        for table, values in (
            (PersonNameKey, [key for person in people for key in _name_keys(person)]),
            (PersonLanguage, [language for row in batch for language in _languages(row)]),
        ):
            if values:
                session.execute(insert(table), values)
        yield len(batch)


def stored_phone(details: ClientDetails, field: str) -> str:
    """Answer a number of a checked form as it is stored."""
    phone = read_phone(getattr(details, field), details.country, field)
    return "" if isinstance(phone, Problem) else phone.stored


def as_stored(details: ClientDetails) -> ClientDetails:
    """Answer a checked form as it is stored: tidy address, dialled numbers, plain birth."""
    address = details.address
    birth = read_birth(details.birth)
    stored: Values = {name: getattr(address, name) for name in _IN_ADDRESS}
    stored |= {name: stored_phone(details, name) for name in ("phone", "mobile")}
    stored["birth"] = write_birth(birth) if isinstance(birth, Birth) else ""
    return replace(details, **stored)


def _person(row: GoodRow, source: str) -> Values:
    details, address = row.details, row.details.address
    birth = read_birth(details.birth)
    person: Values = {
        "id": row.person_id,
        **{name: getattr(details, name).strip() for name in _ONE_LINE},
        **{name: getattr(details, name) for name in _AS_GIVEN},
        **{name: getattr(address, name) for name in _IN_ADDRESS},
        **{name: stored_phone(details, name) for name in ("phone", "mobile")},
        "birth_date": birth.date if isinstance(birth, Birth) else None,
        "birth_precision": birth.precision if isinstance(birth, Birth) else BirthPrecision.DAY,
        "source": source,
    }
    keys = _keys(person)
    return person | {"sort_key_de": keys.sort_key_de, "sort_key_da": keys.sort_key_da}


def _keys(person: Values) -> SearchKeys:
    return search_keys(
        person["given_name"],
        person["family_name"],
        lives_alone=person["lives_alone"],
        address_protected=person["address_protected"],
    )


def _role(person: Values) -> Values:
    return {
        "person_id": person["id"],
        "role": "client",
        "sort_key_de": person["sort_key_de"],
        "sort_key_da": person["sort_key_da"],
    }


def _name_keys(person: Values) -> list[Values]:
    keys = _keys(person)
    shared = {
        "person_id": person["id"],
        "words": keys.line,
        "sort_key_de": keys.sort_key_de,
        "sort_key_da": keys.sort_key_da,
    }
    return [shared | {"word": word} for word in keys.words]


def _languages(row: GoodRow) -> list[Values]:
    tags = enumerate(dict.fromkeys(row.details.languages))
    return [
        {"person_id": row.person_id, "position": position, "tag": tag} for position, tag in tags
    ]
