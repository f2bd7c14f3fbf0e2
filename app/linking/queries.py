"""What can be asked about duplicates: cards to compare, open pairs, both cards, all links."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from sqlalchemy import and_, bindparam, func, select
from sqlalchemy.orm import aliased

from app.clients.duplicates.cards import COLUMNS, as_compared
from app.clients.rules import full_name
from app.linking.rules import Verdict, in_order
from db.access import is_known_to_me, is_listed
from db.duplicates import DuplicatePair, PersonLink
from db.people import Person

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy import Connection, RowMapping

    from app.clients.duplicates import Person as Compared

AT_ONCE = 5_000
"""Cards that are read in one question: some 30 milliseconds."""
MOST_PAIRS = 500
"""Pairs that a page shows, the likeliest; it counts them all."""
_BEFORE_ALL = UUID(int=0)
BY_HAND = UUID(int=0)
"""The id of a pair that nobody proposed: somebody chose both cards."""


class FoundPair(NamedTuple):
    """Two cards that the search found to be probably one person's."""

    one: UUID
    other: UUID
    score: float
    """Probability, 0-1."""
    reasons: tuple[str, ...]
    """English statements, marked for translation."""


class CardLine(NamedTuple):
    """A card as a list of pairs names it."""

    id: UUID
    name: str
    birth_date: date | None
    birth_precision: str
    place: str
    """Street and town in one line."""
    address_protected: bool


@dataclass(frozen=True, slots=True)
class PairRow:
    """A pair that nobody decided yet."""

    id: UUID
    score: float
    reasons: tuple[str, ...]
    one: CardLine
    other: CardLine


@dataclass(frozen=True, slots=True)
class OpenPairs:
    """The pairs to decide: the likeliest of them, and how many there are."""

    rows: tuple[PairRow, ...]
    count: int


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link that holds, or that was undone."""

    id: UUID
    speaker: UUID
    speaker_name: str
    other: UUID
    other_name: str
    linked_at: datetime
    linked_by: str
    undone_at: datetime | None
    undone_by: str


_one, _other = aliased(Person), aliased(Person)
_KNOWN_BOTH = and_(is_known_to_me(DuplicatePair.person_id), is_known_to_me(DuplicatePair.other_id))
_IS_OPEN = and_(
    DuplicatePair.verdict == Verdict.OPEN.value,
    _KNOWN_BOTH,
    func.coalesce(_one.linked_to, _one.id) != func.coalesce(_other.linked_to, _other.id),
)
_LINE = ("id", "given_name", "family_name", "birth_date", "birth_precision")
_PLACE = ("street", "house_number", "postal_code", "city")
_GUARD = "address_protected"
_PAIRS = (
    select(
        DuplicatePair.id,
        DuplicatePair.score,
        DuplicatePair.reasons,
        *(
            getattr(card, name).label(f"{side}_{name}")
            for side, card in (("one", _one), ("other", _other))
            for name in (*_LINE, *_PLACE, _GUARD)
        ),
    )
    .join(_one, _one.id == DuplicatePair.person_id)
    .join(_other, _other.id == DuplicatePair.other_id)
    .where(_IS_OPEN)
    .order_by(DuplicatePair.score.desc(), DuplicatePair.id)
    .limit(bindparam("rows"))
)
_CHOSEN = select(
    func.coalesce(Person.linked_to, Person.id).label("speaker"),
    *(getattr(Person, name).label(f"one_{name}") for name in (*_LINE, *_PLACE, _GUARD)),
).where(Person.id == bindparam("id"), is_known_to_me(Person.id))
_PROPOSED = select(DuplicatePair.id, DuplicatePair.score, DuplicatePair.reasons).where(
    DuplicatePair.person_id == bindparam("one"), DuplicatePair.other_id == bindparam("other")
)
_COUNT = (
    select(func.count())
    .select_from(DuplicatePair)
    .join(_one, _one.id == DuplicatePair.person_id)
    .join(_other, _other.id == DuplicatePair.other_id)
    .where(_IS_OPEN)
)
_OPEN_KEYS = select(DuplicatePair.id, DuplicatePair.person_id, DuplicatePair.other_id).where(
    DuplicatePair.verdict == Verdict.OPEN.value, _KNOWN_BOTH
)
_CARDS = (
    select(*COLUMNS)
    .where(Person.id > bindparam("after"), is_listed(Person.id))
    .order_by(Person.id)
    .limit(bindparam("rows"))
)
_HOW_MANY = select(func.count()).select_from(Person).where(is_listed(Person.id))
_LINKS = (
    select(
        PersonLink.id,
        PersonLink.person_id,
        _one.given_name,
        _one.family_name,
        PersonLink.other_id,
        _other.given_name.label("other_given"),
        _other.family_name.label("other_family"),
        PersonLink.linked_at,
        PersonLink.linked_by,
        PersonLink.undone_at,
        PersonLink.undone_by,
    )
    .join(_one, _one.id == PersonLink.person_id)
    .join(_other, _other.id == PersonLink.other_id)
    .where(is_known_to_me(PersonLink.person_id), is_known_to_me(PersonLink.other_id))
    .order_by(PersonLink.undone_at.is_not(None), PersonLink.linked_at.desc(), PersonLink.id)
    .limit(bindparam("rows"))
)


def count_cards(connection: Connection) -> int:
    """Answer how many cards a search looks through."""
    return int(connection.execute(_HOW_MANY).scalar_one())


def cards_to_compare(
    connection: Connection, after: UUID | None = None, rows: int = AT_ONCE
) -> tuple[Compared, ...]:
    """Answer the next cards behind a key; those that are linked stand for nobody any more."""
    values = {"after": after or _BEFORE_ALL, "rows": rows}
    return tuple(map(as_compared, connection.execute(_CARDS, values)))


def open_pairs(connection: Connection, limit: int = MOST_PAIRS) -> OpenPairs:
    """Answer the pairs to decide, the likeliest first; only those of which both are known."""
    rows = connection.execute(_PAIRS, {"rows": limit}).mappings()
    found = tuple(
        PairRow(
            row["id"],
            row["score"],
            tuple(json.loads(row["reasons"])),
            *(_line(row, side) for side in ("one", "other")),
        )
        for row in rows
    )
    count = len(found) if len(found) < limit else connection.execute(_COUNT).scalar_one()
    return OpenPairs(found, count)


def open_keys(connection: Connection) -> dict[tuple[UUID, UUID], UUID]:
    """Answer the keys of all open pairs that I may know of, by their two cards."""
    return {(row.person_id, row.other_id): row.id for row in connection.execute(_OPEN_KEYS)}


def links(connection: Connection, limit: int = MOST_PAIRS) -> tuple[LinkRow, ...]:
    """Answer the links, those that hold first, the latest first."""
    found = connection.execute(_LINKS, {"rows": limit})
    return tuple(
        LinkRow(
            row.id,
            row.person_id,
            full_name(row.given_name, row.family_name),
            row.other_id,
            full_name(row.other_given, row.other_family),
            row.linked_at,
            row.linked_by,
            row.undone_at,
            row.undone_by,
        )
        for row in found
    )


def pair_by_hand(connection: Connection, one: UUID, other: UUID) -> PairRow | None:
    """Answer two cards that somebody chose; the pair that was proposed of them, if there is one.

    None when one of them is not known, or when they are one person's already.
    """
    first, second = (
        connection.execute(_CHOSEN, {"id": key}).mappings().one_or_none() for key in (one, other)
    )
    if first is None or second is None or first["speaker"] == second["speaker"]:
        return None
    low, high = in_order(one, other)
    proposed = connection.execute(_PROPOSED, {"one": low, "other": high}).one_or_none()
    return PairRow(
        proposed.id if proposed else BY_HAND,
        proposed.score if proposed else 0.0,
        tuple(json.loads(proposed.reasons)) if proposed else (),
        _line(first, "one"),
        _line(second, "one"),
    )


def _line(row: RowMapping, side: str) -> CardLine:
    key, given, family, born, precision = (row[f"{side}_{name}"] for name in _LINE)
    street, number, code, city = (row[f"{side}_{name}"] for name in _PLACE)
    parts = (f"{street} {number}".strip(), f"{code} {city}".strip())
    place = ", ".join(filter(None, parts))
    is_protected = bool(row[f"{side}_{_GUARD}"])
    return CardLine(key, full_name(given, family), born, precision, place, is_protected)
