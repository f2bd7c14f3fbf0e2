"""The warning while a new person is typed: who is probably in the office already.

Indexes find a few hundred cards at most, those are compared; 100,000 people take some 10 ms.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.orm import aliased

from app.clients.duplicates.blocking import sounds
from app.clients.duplicates.cards import COLUMNS, as_compared
from app.clients.duplicates.finding import Twin, likely_twins
from app.clients.duplicates.people import Person as Compared
from app.clients.duplicates.people import known
from app.clients.duplicates.ways import SAME_MAIL, SAME_PHONE, SHORTEST_PHONE
from app.clients.phones import Phone, read_phone
from app.clients.queries.hits import HIT_COLUMNS, ClientHit, as_hits
from app.clients.rules import Birth, BirthPrecision, read_birth
from db.access import is_listed, speaks_to_me
from db.people import Person, PersonNameKey, PersonReach

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

MOST_OF_ONE_KEY = 200
"""Cards that are compared because of one shared key."""
MOST_SHOWN = 3
_MOST_SOUNDS = 4
_SAME_WAY_SCORE = 0.5


@dataclass(frozen=True, slots=True)
class Typed:
    """What is typed about a person so far; anything may be empty or nonsense."""

    given_name: str = ""
    family_name: str = ""
    birth: str = ""
    phone: str = ""
    mobile: str = ""
    email: str = ""
    country: str = "DE"
    street: str = ""
    house_number: str = ""
    postal_code: str = ""
    city: str = ""


class TwinHit(NamedTuple):
    """A card that is probably about the person who is being typed."""

    person: ClientHit
    score: float
    reasons: tuple[str, ...]
    """English statements, marked for translation."""


_one, _two = aliased(PersonNameKey), aliased(PersonNameKey)
_BY_NAMES = (
    select(_one.person_id)
    .join(_two, _two.person_id == _one.person_id)
    .where(_one.sound == bindparam("one"), _two.sound == bindparam("two"))
    .limit(MOST_OF_ONE_KEY)
)
_BY_BIRTH = (
    select(Person.id)
    .where(Person.birth_date.in_(bindparam("days", expanding=True)))
    .limit(MOST_OF_ONE_KEY)
)
_BY_PHONE = (
    select(Person.id)
    .where(
        or_(
            Person.phone.in_(bindparam("numbers", expanding=True)),
            Person.mobile.in_(bindparam("numbers", expanding=True)),
            Person.id.in_(
                select(PersonReach.person_id).where(
                    PersonReach.value.in_(bindparam("numbers", expanding=True))
                )
            ),
        )
    )
    .limit(MOST_OF_ONE_KEY)
)
_BY_MAIL = (
    # By the sound of a name first: that is one index more for nothing but this.
    select(Person.id)
    .join(PersonNameKey, PersonNameKey.person_id == Person.id)
    .where(
        PersonNameKey.sound.in_(bindparam("sounds", expanding=True)),
        func.lower(Person.email) == bindparam("mail"),
    )
    .limit(MOST_OF_ONE_KEY)
)
_BY_ADDRESS = (
    select(Person.id)
    .where(
        Person.postal_code == bindparam("postal_code"),
        Person.street == bindparam("street"),
        Person.house_number == bindparam("house_number"),
    )
    .limit(MOST_OF_ONE_KEY)
)
_CARDS = select(*COLUMNS, func.coalesce(Person.linked_to, Person.id).label("speaker")).where(
    Person.id.in_(bindparam("ids", expanding=True)), speaks_to_me(Person.id)
)
_HITS = select(*HIT_COLUMNS).where(
    Person.id.in_(bindparam("ids", expanding=True)), is_listed(Person.id)
)


def twins_of(connection: Connection, typed: Typed, but: UUID | None = None) -> tuple[TwinHit, ...]:
    """Answer whose cards look like the typed person's, the likeliest first.

    `but` is the card that is being changed. People whom the reader may not know of are not
    among the answers, whatever is typed.
    """
    if not _words(typed):
        return ()
    callers = _callers(connection, typed)
    ids = set(callers).union(*_candidates(connection, typed)) - {but}
    if not ids:
        return ()
    cards = connection.execute(_CARDS, {"ids": list(ids)}).all()
    speakers = {row.id.hex: row.speaker for row in cards}
    candidate = _compared(typed)
    people = [as_compared(row) for row in cards]
    found = {twin.key: twin for twin in likely_twins(candidate, people)}
    for person in people:
        if UUID(person.key) in callers and _share_a_name(candidate, person):
            why = callers[UUID(person.key)]
            found[person.key] = _called(person.key, found.get(person.key), why)
    return _shown(connection, found, speakers, but)


def _callers(connection: Connection, typed: Typed) -> dict[UUID, str]:
    """Answer who can be reached in a typed way, and in which: a phone number says more."""
    mail, numbers = typed.email.strip(), _numbers(typed)
    found: dict[UUID, str] = {}
    if mail:
        ids = _ids(connection, _BY_MAIL, mail=mail.lower(), sounds=_words(typed))
        found |= dict.fromkeys(ids | _ids(connection, _BY_PHONE, numbers=[mail]), SAME_MAIL)
    if numbers:
        found |= dict.fromkeys(_ids(connection, _BY_PHONE, numbers=numbers), SAME_PHONE)
    return found


def _candidates(connection: Connection, typed: Typed) -> Iterator[set[UUID]]:
    """Answer sets of ids of cards that share something with what is typed."""
    for one, two in combinations(_words(typed), 2):
        yield _ids(connection, _BY_NAMES, one=one, two=two)
    if days := _days(typed):
        yield _ids(connection, _BY_BIRTH, days=days)
    if typed.street.strip() and typed.postal_code.strip():
        place = ("postal_code", "street", "house_number")
        yield _ids(
            connection, _BY_ADDRESS, **{name: getattr(typed, name).strip() for name in place}
        )


def _ids(connection: Connection, statement: Any, **values: Any) -> set[UUID]:  # noqa: ANN401 - any statement about ids
    return set(connection.scalars(statement, values))


def _days(typed: Typed) -> list[Any]:
    """Answer the typed day of birth, and the same with day and month swapped."""
    birth = read_birth(typed.birth)
    if not isinstance(birth, Birth) or birth.precision is not BirthPrecision.DAY:
        return []
    day = birth.date
    is_ambiguous = day.day <= 12 and day.day != day.month  # noqa: PLR2004 - months of a year
    return [day, *([day.replace(month=day.day, day=day.month)] if is_ambiguous else [])]


def _numbers(typed: Typed) -> list[str]:
    numbers = (
        read_phone(number, typed.country)
        for number in (typed.phone, typed.mobile)
        if sum(character.isdigit() for character in number) >= SHORTEST_PHONE
    )
    return [number.stored for number in numbers if isinstance(number, Phone)]


def _words(typed: Typed) -> list[str]:
    """Answer how the typed words of the name sound; without any nobody is looked for."""
    them = known(_compared(typed))
    return list(dict.fromkeys(sounds(them.given) + sounds(them.family)))[:_MOST_SOUNDS]


def _compared(typed: Typed) -> Compared:
    birth = read_birth(typed.birth)
    return Compared(
        "",
        (typed.given_name,),
        (typed.family_name,),
        typed.birth if isinstance(birth, Birth) else "",
        f"{typed.street} {typed.house_number}".strip(),
        typed.postal_code,
        typed.city,
        (*_numbers(typed), typed.email),
    )


def _share_a_name(one: Compared, two: Compared) -> bool:
    words = (set(sounds(them.given) + sounds(them.family)) for them in (known(one), known(two)))
    return bool(set.intersection(*words))


def _called(key: str, twin: Twin | None, why: str) -> Twin:
    """Name a card that can be reached in the same way; names need not be alike for that."""
    if twin is not None and {SAME_PHONE, SAME_MAIL} & set(twin.reasons):
        return twin
    if twin is None:
        return Twin(key, _SAME_WAY_SCORE, (why,))
    return twin._replace(reasons=(*twin.reasons, why))


def _shown(
    connection: Connection,
    found: dict[str, Twin],
    speakers: dict[str, UUID],
    but: UUID | None,
) -> tuple[TwinHit, ...]:
    """Answer the cards that speak for those found, each once."""
    best: dict[UUID, Twin] = {}
    for twin in sorted(found.values(), key=lambda twin: (-twin.score, twin.key)):
        best.setdefault(speakers[twin.key], twin)
    ids = [key for key in best if key != but][:MOST_SHOWN]
    hits = {hit.id: hit for hit in as_hits(connection.execute(_HITS, {"ids": ids}).all())}
    return tuple(
        TwinHit(hits[key], best[key].score, best[key].reasons) for key in ids if key in hits
    )
