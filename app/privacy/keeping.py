"""The periods of the open office, and the rehearsal: who and what would go, and why."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import BindParameter, Date, and_, bindparam, exists, func, or_, select

from app.clients.rules import PersonStatus, full_name
from app.privacy.rules import FileState, Keeping, Override, add_months, due_of, read_keeping
from app.privacy.states import NEGATIVE, local_midnight, state_of
from db.access import is_known_to_me
from db.admin import OfficeCard
from db.erasing import ABOUT_NOBODY, about_nobody, count_old_rows
from db.intake import Intake
from db.journal import Note
from db.people import Person, PersonRole
from db.privacy import RetentionRule
from db.tables import metadata
from db.tasks import Task
from db.visiting import Visit
from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

    from app.privacy.rules import Due, Period

_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class DueRow:
    """One entry of the rehearsal: a person's file, or old rows of one table."""

    period: Period
    person_id: UUID | None
    name: str
    """The person's name; "" for rows of a table."""
    since: date | None
    """The day that began the period; None for rows of a table, which have many."""
    due_on: date
    """The day from which it may go; for rows of a table the day before which they are old."""
    count: int
    """How many cards or rows go."""


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Everything that would go today, and what is asked for before."""

    keeping: Keeping
    rows: tuple[DueRow, ...]


_COUNTRY = select(OfficeCard.country).limit(1)
_OVERRIDES = select(
    RetentionRule.code, RetentionRule.months, RetentionRule.valid_from, RetentionRule.source
)
_TODAY = bindparam("today", type_=Date())
_CURRENT = exists().where(
    PersonRole.person_id == Person.id,
    or_(PersonRole.until.is_(None), PersonRole.until >= _TODAY),
)
_HAS_ROLE = exists().where(PersonRole.person_id == Person.id)
_DIED = and_(Person.status == PersonStatus.DECEASED.value, Person.status_from < _TODAY)
_WAS_DECLINED = Person.id.in_(select(Intake.person_id).where(Intake.stage.in_(NEGATIVE)))
_CANDIDATES = (
    select(func.coalesce(Person.linked_to, Person.id))
    .where(
        or_(and_(_HAS_ROLE, ~_CURRENT), _DIED, _WAS_DECLINED),
        is_known_to_me(Person.id),
    )
    .distinct()
)
_IDS: BindParameter[UUID] = bindparam("ids", expanding=True)
_CARDS = select(
    Person.id,
    func.coalesce(Person.linked_to, Person.id).label("speaker"),
    Person.given_name,
    Person.family_name,
    Person.status,
    Person.status_from,
    Person.last_contact,
).where(or_(Person.id.in_(_IDS), Person.linked_to.in_(_IDS)), is_known_to_me(Person.id))
_ROLES = select(PersonRole.person_id, PersonRole.role, PersonRole.until).where(
    PersonRole.person_id.in_(_IDS)
)
_INTAKES = select(Intake.person_id, Intake.stage, Intake.decided_on, Intake.requested_on).where(
    Intake.person_id.in_(_IDS)
)
_VISITS = (
    select(Visit.client_id, Visit.status, func.max(Visit.planned_start))
    .where(Visit.client_id.in_(_IDS))
    .group_by(Visit.client_id, Visit.status)
)
_NOTES = (
    select(Note.person_id, func.max(Note.happened_at))
    .where(Note.person_id.in_(_IDS))
    .group_by(Note.person_id)
)
_TASKS = select(Task.person_id).where(Task.person_id.in_(_IDS), Task.state == "open")


def office_keeping(connection: Connection, today: date) -> Keeping:
    """Answer the periods that hold in this office today, with what it set for itself."""
    country = connection.execute(_COUNTRY).scalar_one_or_none() or "DE"
    overrides = [Override(*row) for row in connection.execute(_OVERRIDES)]
    return keeping_of(country).on(today, overrides)


@cache
def keeping_of(country: str) -> Keeping:
    """Read the delivered periods of a country ("DE", "DK")."""
    return read_keeping(read_text("legal", f"retention_{country.lower()}.toml"))


def rehearse(connection: Connection, today: date) -> Rehearsal:
    """Answer everything that would go today; nothing is changed.

    Of restricted people only those whom the reader may know of are told, and counted.
    """
    keeping = office_keeping(connection, today)
    files = list(_due_files(connection, keeping, today))
    files.sort(key=lambda row: (row.due_on, row.name))
    return Rehearsal(keeping, (*files, *_due_rows(connection, keeping, today)))


def file_of(connection: Connection, person_id: UUID, today: date) -> Due | None:
    """Answer how the file of a person ends by the periods of today; None while it is open."""
    keeping = office_keeping(connection, today)
    states = _states(connection, [person_id], today)
    return next((due_of(state, keeping) for state in states.values()), None)


def due_file(connection: Connection, person_id: UUID, today: date) -> DueRow | None:
    """Answer one entry of the rehearsal anew; None when the file may not go (any more)."""
    keeping = office_keeping(connection, today)
    return next(_due_of(connection, [person_id], keeping, today), None)


def _due_files(connection: Connection, keeping: Keeping, today: date) -> Iterator[DueRow]:
    people = list(connection.scalars(_CANDIDATES, {"today": today}))
    for start in range(0, len(people), _AT_ONCE):
        yield from _due_of(connection, people[start : start + _AT_ONCE], keeping, today)


def _due_of(
    connection: Connection, people: Sequence[UUID], keeping: Keeping, today: date
) -> Iterator[DueRow]:
    cards = _cards(connection, people)
    for speaker, state in _states(connection, people, today).items():
        due = due_of(state, keeping)
        if due is not None and due.on <= today:
            name = next(
                full_name(card.given_name, card.family_name)
                for card in cards[speaker]
                if card.id == speaker
            )
            yield DueRow(due.period, speaker, name, due.since, due.on, len(cards[speaker]))


def _due_rows(connection: Connection, keeping: Keeping, today: date) -> Iterator[DueRow]:
    for period in keeping.periods:
        if not period.table:
            continue
        before = add_months(today, -period.months)
        clauses = old_rows(period, before)
        count = count_old_rows(connection, period.table, clauses, local_midnight(before))
        if count:
            yield DueRow(period, None, "", None, before, count)


def old_rows(period: Period, before: date) -> tuple[Any, ...]:
    """Answer the clauses for the rows of a table whose period ended before a day."""
    table = metadata.tables[period.table]
    # Rows about nobody are no hidden person's either: "not in" would leave them out.
    known = [
        or_(column.is_(None), is_known_to_me(column))
        for column in table.c
        for key in column.foreign_keys
        if key.target_fullname == "person.id"
    ]
    nobody = about_nobody(period.table) if period.table in ABOUT_NOBODY else ()
    return table.c[period.column] < local_midnight(before), *known, *nobody


def _cards(connection: Connection, people: Sequence[UUID]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = defaultdict(list)
    for card in connection.execute(_CARDS, {"ids": list(people)}):
        found[card.speaker].append(card)
    return {
        speaker: cards
        for speaker, cards in found.items()
        if any(card.id == speaker for card in cards)
    }


def _states(connection: Connection, people: Sequence[UUID], today: date) -> dict[UUID, FileState]:
    """Answer the state of each human being, over all cards, in seven questions."""
    cards = _cards(connection, people)
    ids = {"ids": [card.id for group in cards.values() for card in group]}
    facts: dict[str, dict[UUID, list[Any]]] = {}
    for name, statement in (
        ("roles", _ROLES),
        ("intakes", _INTAKES),
        ("visits", _VISITS),
        ("notes", _NOTES),
        ("tasks", _TASKS),
    ):
        facts[name] = defaultdict(list)
        for row in connection.execute(statement, ids):
            facts[name][row[0]].append(tuple(row)[1:])
    return {
        speaker: state_of(group, {name: _of(group, rows) for name, rows in facts.items()}, today)
        for speaker, group in cards.items()
    }


def _of(group: Iterable[Any], rows: dict[UUID, list[Any]]) -> list[Any]:
    return [row for card in group for row in rows[card.id]]
