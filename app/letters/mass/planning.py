"""Who of a list gets a letter: asked with consent and household, before anything is written."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import Uuid, bindparam, func, select

from app.clients.queries import client_window, find_clients
from app.consent.rules import Purpose, Said, Standing, answer_on
from app.errors import Problem
from app.letters.composing.addressees import AT_ONCE, addressees, homes
from app.letters.composing.templates import template
from app.letters.mass.narrowing import narrowed
from app.letters.mass.noticing import cannot_be_written_to, notes_on
from app.letters.mass.rules import (
    NEVER_AGREED,
    REFUSED_MAILINGS,
    Basis,
    Group,
    LeftOut,
    RunPlan,
)
from db.consent import Consent
from db.people import Person

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
    return narrowed(connection, found, query, today) if query.is_narrowed else tuple(found)


def plan_run(connection: Connection, wish: RunWish, people: Sequence[UUID], today: date) -> RunPlan:
    """Answer who gets a letter: one for a household, none without a lawful basis."""
    row = template(connection, wish.template).row
    known = addressees(connection, people, today)
    asked = [one for one in dict.fromkeys(people) if one in known]
    asks_consent = row.asks_basis or wish.basis == Basis.CONSENT
    said = _answers(connection, asked, today) if asks_consent else {}
    out: list[LeftOut] = []
    left: list[UUID] = []
    for one in asked:
        why = cannot_be_written_to(known[one], wish, today)
        if why is None and asks_consent:
            why = _objection(said.get(one), wish)
        if why is None:
            left.append(one)
        else:
            out.append(LeftOut(one, known[one].name, why))
    notes = tuple(note for one in left for note in notes_on(known[one]))
    if row.is_personal or not wish.per_household:
        return RunPlan(tuple(Group((one,)) for one in left), tuple(out), notes)
    return RunPlan(_grouped(connection, left, known, today), tuple(out), notes)


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


def _answers(
    connection: Connection, people: Sequence[UUID], today: date
) -> dict[UUID, ConsentAnswer]:
    said: dict[UUID, list[Said]] = defaultdict(list)
    for start in range(0, len(people), AT_ONCE):
        for row in connection.execute(_MAILINGS, {"ids": people[start : start + AT_ONCE]}):
            said[row.person_id].append(Said(*row[1:]))
    return {person: answer_on(answers, today) for person, answers in said.items()}


def _objection(answer: ConsentAnswer | None, wish: RunWish) -> Problem | None:
    """Answer why somebody gets no mailing: a no always counts, a yes where it is the basis."""
    standing = answer.standing if answer is not None else Standing.MISSING
    if answer is not None and standing in {Standing.REFUSED, Standing.WITHDRAWN}:
        day = f"{answer.since:%d.%m.%Y}" if answer.since else ""
        return Problem(REFUSED_MAILINGS, "", {"day": day})
    if wish.basis == Basis.CONSENT and standing is not Standing.GIVEN:
        return Problem(NEVER_AGREED)
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
