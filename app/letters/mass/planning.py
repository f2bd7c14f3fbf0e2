"""Who of a list gets a letter: asked with consent and household, before anything is written."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import Uuid, bindparam, func, select

from app.clients.queries import client_window, find_clients
from app.clients.rules import fold
from app.consent.rules import Purpose, Said, Standing, answer_on
from app.errors import Problem
from app.letters.composing.addressees import AT_ONCE, addressees, homes
from app.letters.composing.templates import template
from app.letters.mass.rules import (
    NEVER_AGREED,
    REFUSED_MAILINGS,
    Basis,
    Group,
    LeftOut,
    RunPlan,
)
from db.areas import Area
from db.consent import Consent
from db.people import Person, PersonLanguage

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

    from app.consent.rules import ConsentAnswer
    from app.letters.composing.addressees import Addressee
    from app.letters.mass.rules import ListQuery, RunWish

_PAGE = 2000
_EVERYBODY = 10_000_000
"""More people than any office knows."""
_IDS = bindparam("ids", expanding=True, type_=Uuid())
_IN_AREA = select(Person.id, Area.name).join(Area, Area.id == Person.area_id).where(
    Person.id.in_(_IDS)
)  # fmt: skip
_SPEAKS = select(PersonLanguage.person_id).where(
    PersonLanguage.person_id.in_(_IDS), PersonLanguage.tag == bindparam("tag")
)
_spokesman = func.coalesce(Person.linked_to, Person.id)
_MAILINGS = (
    select(
        _spokesman.label("person_id"),
        Consent.id,
        Consent.state,
        Consent.said_on,
        Consent.expires_on,
        Consent.withdrawn_on,
        Consent.scope,
    )
    .join_from(Consent, Person, Person.id == Consent.person_id)
    .where(Consent.purpose == Purpose.MAILINGS.value, _spokesman.in_(_IDS))
)
"""What people said about mailings, on whichever of their cards."""


def people_of(
    connection: Connection, query: ListQuery, language: str, today: date
) -> tuple[UUID, ...]:
    """Answer everybody of a list that may be known, in its order."""
    found = [hit for page in _pages(connection, query, language, today) for hit in page]
    is_narrowed = bool(query.area or query.speaks)
    return tuple(_narrowed(connection, found, query) if is_narrowed else found)


def plan_run(connection: Connection, wish: RunWish, people: Sequence[UUID], today: date) -> RunPlan:
    """Answer who gets a letter: one for a household, none without a lawful basis."""
    row = template(connection, wish.template).row
    known = addressees(connection, people, today)
    asked = [one for one in dict.fromkeys(people) if one in known]
    out: list[LeftOut] = []
    if row.asks_basis:
        said = _answers(connection, asked, today)
        out = [one for one in (_left_out(known[p], said.get(p), wish) for p in asked) if one]
    gone = {one.person_id for one in out}
    left = [one for one in asked if one not in gone]
    if row.is_personal or not wish.per_household:
        return RunPlan(tuple(Group((one,)) for one in left), tuple(out))
    return RunPlan(_grouped(connection, left, known, today), tuple(out))


def _pages(
    connection: Connection, query: ListQuery, language: str, today: date
) -> Iterable[tuple[UUID, ...]]:
    if query.typed:
        hits = find_clients(
            connection,
            query.typed,
            _EVERYBODY,
            kind=query.kind,
            status=query.status,
            language=language,
            today=today,
        )
        yield tuple(hit.id for hit in hits)
        return
    start = 0
    while True:
        hits = client_window(
            connection,
            start,
            _PAGE,
            kind=query.kind,
            status=query.status,
            language=language,
            today=today,
        )
        yield tuple(hit.id for hit in hits)
        start += len(hits)
        if len(hits) < _PAGE:
            return


def _narrowed(connection: Connection, people: Sequence[UUID], query: ListQuery) -> list[UUID]:
    kept: set[UUID] = set()
    for start in range(0, len(people), AT_ONCE):
        ids = people[start : start + AT_ONCE]
        here = set(ids)
        if query.area:
            rows = connection.execute(_IN_AREA, {"ids": ids})
            here &= {row.id for row in rows if fold(row.name) == fold(query.area)}
        if query.speaks:
            values = {"ids": ids, "tag": query.speaks}
            here &= set(connection.execute(_SPEAKS, values).scalars())
        kept |= here
    return [one for one in people if one in kept]


def _answers(
    connection: Connection, people: Sequence[UUID], today: date
) -> dict[UUID, ConsentAnswer]:
    said: dict[UUID, list[Said]] = defaultdict(list)
    for start in range(0, len(people), AT_ONCE):
        for row in connection.execute(_MAILINGS, {"ids": people[start : start + AT_ONCE]}):
            said[row.person_id].append(Said(*row[1:]))
    return {person: answer_on(answers, today) for person, answers in said.items()}


def _left_out(person: Addressee, answer: ConsentAnswer | None, wish: RunWish) -> LeftOut | None:
    """Answer why somebody gets no mailing: a no always counts, a yes where it is the basis."""
    standing = answer.standing if answer is not None else Standing.MISSING
    if answer is not None and standing in {Standing.REFUSED, Standing.WITHDRAWN}:
        day = f"{answer.since:%d.%m.%Y}" if answer.since else ""
        return LeftOut(person.id, person.name, Problem(REFUSED_MAILINGS, "", {"day": day}))
    if wish.basis == Basis.CONSENT and standing is not Standing.GIVEN:
        return LeftOut(person.id, person.name, Problem(NEVER_AGREED))
    return None


def _grouped(
    connection: Connection,
    people: Sequence[UUID],
    known: Mapping[UUID, Addressee],
    today: date,
) -> tuple[Group, ...]:
    """Put people of one household together whose letters are alike: language, print, address."""
    at_home = homes(connection, people, today)
    groups: dict[Hashable, list[UUID]] = {}
    for one in people:
        home, person = at_home.get(one), known[one]
        alike = (person.language, person.letter_format, person.address)
        key: Hashable = (home.id, *alike) if home is not None else one
        groups.setdefault(key, []).append(one)
    return tuple(Group(tuple(people)) for people in groups.values())
