"""Finding the rows of a list that look like someone who is known already."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from app.clients.duplicates import Person, find_duplicates, known
from app.clients.rules import read_birth, write_birth
from app.clients.rules.births import Birth
from app.errors import N_
from app.importing.people_rows import stored_phone
from app.importing.rows import HeldTwin

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.clients.duplicates import Pair
    from app.clients.rules import ClientDetails
    from app.importing.rows import GoodRow

SAME_IN_ALL = N_("the same in every part")
"""Why a row is held that says nothing new."""


class KnownPerson(NamedTuple):
    """What a person is compared by."""

    id: UUID
    card: Person

    @property
    def identity(self) -> object:
        """What two people have in common who are the same in every part."""
        return known(self.card), self.card.ways


def person_of(row: GoodRow) -> KnownPerson:
    """Answer what a row is compared by, as it would be stored."""
    details = row.details
    birth = read_birth(details.birth)
    address = details.address
    card = card_of(
        row.person_id,
        (details.given_name, details.family_name),
        write_birth(birth) if isinstance(birth, Birth) else "",
        (address.street, address.house_number, address.floor, address.door),
        (address.postal_code, address.city),
        _ways(details),
    )
    return KnownPerson(row.person_id, card)


def card_of(
    person_id: UUID,
    names: tuple[str, str],
    birth: str,
    street: Iterable[str],
    town: tuple[str, str],
    ways: tuple[str, ...],
) -> Person:
    """Answer a card as the finder of duplicates takes it; `birth` as it is typed.

    `ways` are phone, mobile phone and e-mail, as they are stored.
    """
    given, family = names
    where = " ".join(filter(None, street))
    return Person(person_id.hex, (given,), (family,), birth, where, *town, ways)


def _ways(details: ClientDetails) -> tuple[str, ...]:
    phones = (stored_phone(details, "phone"), stored_phone(details, "mobile"))
    return (*phones, details.email.strip())


def hold_twins(
    office: Sequence[KnownPerson], rows: Sequence[GoodRow]
) -> tuple[tuple[GoodRow, ...], tuple[HeldTwin, ...]]:
    """Part rows into those of new people and those that are held for a decision.

    A row is held when it looks like someone of the office, or like a row above it.
    """
    held = _same_in_all(office, rows)
    left = [row for row in rows if row.person_id not in held]
    if left:
        pairs = find_duplicates(
            [*(one.card for one in office), *(person_of(row).card for row in left)]
        )
        _hold_pairs(pairs, {row.person_id.hex: row for row in left}, held)
    good = tuple(row for row in left if row.person_id not in held)
    return good, tuple(sorted(held.values(), key=lambda twin: twin.row.line))


def _same_in_all(office: Sequence[KnownPerson], rows: Sequence[GoodRow]) -> dict[UUID, HeldTwin]:
    """Hold what is known in every part: a file that is imported twice takes no second look."""
    seen = {person.identity: person.id for person in office}
    held = {}
    for row in rows:
        twin = seen.setdefault(person_of(row).identity, row.person_id)
        if twin != row.person_id:
            held[row.person_id] = HeldTwin(row, twin, 1.0, (SAME_IN_ALL,))
    return held


def _hold_pairs(
    pairs: Sequence[Pair], rows: dict[str, GoodRow], held: dict[UUID, HeldTwin]
) -> None:
    """Hold rows that are in pairs, each for the likeliest other; `a` stands before `b`."""
    likeliest: dict[str, Pair] = {}
    for pair in pairs:
        if pair.b in rows and pair.score > getattr(likeliest.get(pair.b), "score", 0):
            likeliest[pair.b] = pair
    for key, row in rows.items():
        if key in likeliest:
            pair = likeliest[key]
            twin = UUID(pair.a)
            twin = held[twin].twin_id if twin in held else twin
            held[row.person_id] = HeldTwin(row, twin, pair.score, pair.reasons)
    for person_id, exact in list(held.items()):
        # What equals a held row is held for the same person: the row itself will not be added.
        if exact.twin_id in held:
            held[person_id] = exact._replace(twin_id=held[exact.twin_id].twin_id)
