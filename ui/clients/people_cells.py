"""What the columns of the people list say of a person: as words on screen, as cells in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.languages import language_name
from app.clients.rules import (
    ROLE_LABELS,
    STATUS_LABELS,
    Address,
    BirthPrecision,
    PersonStatus,
    Role,
    Standing,
    address_lines,
    age,
)
from app.exchange.writing.vcard_writer import AddressCard, CardAddress
from resources.text import _, language
from ui import formats
from ui.clients.words import area_words, living_words
from ui.picking.hit_words import birth_words

if TYPE_CHECKING:
    from datetime import date

    from app.clients.queries.facts import PersonFacts, PersonRow
    from app.exchange.writing.rules import Cell


def name(row: PersonRow) -> str:
    """Answer the name as it stands in lists."""
    return row.hit.sorted_name


def given_name(row: PersonRow) -> str:
    """Answer the given names alone, as letters need them."""
    return row.hit.given_name


def family_name(row: PersonRow) -> str:
    """Answer the family name alone."""
    return row.hit.family_name


def years(row: PersonRow, today: date) -> Cell:
    """Answer the age in full years."""
    birth = row.hit.birth
    return None if birth is None else age(birth, today).years


def birth(row: PersonRow) -> Cell:
    """Answer the date of birth; words where only the month or the year is known."""
    known = row.hit.birth
    if known is None:
        return None
    return known.date if known.precision is BirthPrecision.DAY else birth_words(known)


def phone(row: PersonRow) -> str:
    """Answer the number at home as it is dialled from anywhere."""
    return row.facts.phone


def mobile(row: PersonRow) -> str:
    """Answer the mobile number as it is dialled from anywhere."""
    return row.facts.mobile


def email(row: PersonRow) -> str:
    """Answer the mail address."""
    return row.facts.email


def street(row: PersonRow) -> str:
    """Answer street, number and door in one line."""
    hit, facts = row.hit, row.facts
    lines = address_lines(
        Address(
            country=facts.country,
            street=hit.street,
            house_number=hit.house_number,
            floor=facts.floor,
            door=facts.door,
        )
    )
    return ", ".join(lines)


def postal_code(row: PersonRow) -> str:
    """Answer the postcode."""
    return row.hit.postal_code


def city(row: PersonRow) -> str:
    """Answer the town."""
    return row.hit.city


def area(row: PersonRow) -> str:
    """Answer the quarter or district."""
    return area_words(row.facts.area_name, row.facts.area_code)


def status(row: PersonRow, today: date) -> str:
    """Answer how things stand today, a pause with its last day."""
    return status_words(row.facts, today)


def status_words(facts: PersonFacts, today: date) -> str:
    """Answer "Active", "Pauses until 24.11.2026" and the like."""
    standing = Standing(PersonStatus(facts.status), facts.status_from, facts.status_until)
    now = standing.on(today)
    words = _(STATUS_LABELS[now])
    if now is PersonStatus.PAUSED and facts.status_until is not None:
        until = formats.show_day(facts.status_until)
        return _("{status} until {day}").format(status=words, day=until)
    return words


def roles(row: PersonRow) -> str:
    """Answer the roles that last."""
    return ", ".join(_(ROLE_LABELS[Role(role)]) for role in row.facts.roles)


def responsible(row: PersonRow) -> str:
    """Answer who is in charge."""
    return row.facts.responsible


def last_contact(row: PersonRow) -> Cell:
    """Answer the day of the last contact."""
    return row.facts.last_contact


def languages(row: PersonRow) -> str:
    """Answer the spoken languages, best first."""
    return ", ".join(language_name(tag, language()) for tag in row.facts.languages)


def living(row: PersonRow) -> str:
    """Answer the living situation, nothing where it is not known."""
    alone = row.hit.lives_alone
    return "" if alone is None else living_words(alone)


def card(row: PersonRow) -> AddressCard:
    """Answer the address card of a person."""
    hit, facts = row.hit, row.facts
    numbers = (("home", facts.phone), ("cell", facts.mobile))
    address = CardAddress(
        street=street(row), postal_code=hit.postal_code, city=hit.city, country=facts.country
    )
    has_address = any((address.street, address.postal_code, address.city))
    return AddressCard(
        key=str(hit.id),
        given_name=hit.given_name,
        family_name=hit.family_name,
        phones=tuple((kind, number) for kind, number in numbers if number),
        mails=(facts.email,) if facts.email else (),
        addresses=(address,) if has_address else (),
    )
