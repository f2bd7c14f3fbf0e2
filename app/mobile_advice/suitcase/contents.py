"""What goes into a suitcase: named tables only, and of people those whom the tour meets.

What is not named here stays in the office, whatever tables there are: enquiries and everything of
PSP meetings among them. The rows are read as the packer, under her rights.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import or_, select

from app.mobile_advice.suitcase.people import (
    MY_ACCESS,
    NOTES,
    OF_THE_DAY,
    REQUESTS,
    WAITING,
    going,
    travellers,
)
from db.access import ME
from db.belongings import belongs
from db.dictionary import DICTIONARY
from db.tables import metadata

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import ColumnElement, Connection, Table

    from app.mobile_advice.suitcase.rules import Plan

Rows: TypeAlias = "dict[str, list[dict[str, Any]]]"

WHOLE = (
    "area", "code_entry", "custom_field", "institution", "institution_language",
    "interpreter_pool", "letter_template", "member", "office", "office_setting", "own_word",
    "template_version", "term", "vehicle",
)  # fmt: skip
"""What the office has for everyone: no people, and needed for every form and paper."""
OF_PEOPLE = (
    "consent", "person_address", "person_language", "person_name_key", "person_reach",
    "person_role",
)  # fmt: skip
"""What belongs to a card that goes along."""
EMPTY: Mapping[str, Mapping[str, Any]] = {
    "person": {"cpr": "", "about": "", "source": "", "status_note": ""},
    # The office alone makes the days ahead.
    "tour": {"made_until": date.max},
}
"""Columns that stay in the office, and what stands there instead: no tour needs them."""
SAID = frozenset({"kind", "state", "source", "way"})
"""Words that are left of a time that somebody has who does not go along: it is taken, no more."""
NAMELESS = "—"

_ENTRIES = {entry.table: entry for entry in DICTIONARY}


@dataclass(frozen=True, slots=True)
class Contents:
    """What was gathered: rows by table, and whose they are."""

    rows: Rows
    people: tuple[UUID, ...]

    def counts(self) -> dict[str, int]:
        """Answer how many rows each table has."""
        return {name: len(rows) for name, rows in self.rows.items() if rows}


def gather(connection: Connection, plan: Plan, since: datetime) -> Contents:
    """Read what a plan takes along; `since` (aware) is how far back notes go."""
    people = going(travellers(connection, plan.tour_day_id), plan.restricted)
    given: dict[str, Any] = {"tour_day_id": plan.tour_day_id, "people": people, "since": since}
    rows: Rows = {}
    for name, clause in _clauses(plan, people):
        table = metadata.tables[name]
        question = select(table) if clause is None else select(table).where(clause)
        found = connection.execute(question, given).mappings()
        rows[name] = [{**row, **EMPTY.get(name, {})} for row in found]
    _mask(rows, set(people))
    return Contents(_closed(rows), tuple(people))


def _clauses(plan: Plan, people: list[UUID]) -> Iterator[tuple[str, ColumnElement[bool] | None]]:
    """Answer each table and which of its rows; None takes all."""
    tables = metadata.tables
    yield from ((name, None) for name in WHOLE)
    snippet = tables["snippet"].c
    yield "snippet", or_(snippet.who == "", snippet.who == ME)
    yield from _of_tour(tables, plan.tour_day_id)
    yield "person", tables["person"].c.id.in_(people)
    yield from ((name, belongs(_ENTRIES[name], people)) for name in OF_PEOPLE)
    access = tables["person_access"].c
    yield "person_access", access.person_id.in_(people) & MY_ACCESS
    if plan.with_notes:
        yield "note", NOTES
        of_notes = tables["note_person"].c
        yield "note_person", of_notes.note_id.in_(select(tables["note"].c.id).where(NOTES))


def _of_tour(
    tables: Mapping[str, Table], tour_day_id: UUID
) -> Iterator[tuple[str, ColumnElement[bool]]]:
    day, halt = tables["tour_day"].c, tables["tour_halt"].c
    tour = select(day.tour_id).where(day.id == tour_day_id)
    stops = select(halt.stop_id).where(halt.tour_day_id == tour_day_id)
    yield "tour", tables["tour"].c.id.in_(tour)
    yield "tour_day", day.id == tour_day_id
    yield "stop", tables["stop"].c.id.in_(stops)
    yield "tour_stop", tables["tour_stop"].c.tour_id.in_(tour)
    yield "tour_halt", halt.tour_day_id == tour_day_id
    yield "crew", tables["crew"].c.tour_day_id == tour_day_id
    yield "appointment", OF_THE_DAY
    yield "stop_waiting", WAITING
    yield "interpreter_request", REQUESTS


def _mask(rows: Rows, people: set[UUID]) -> None:
    """Keep a taken time taken, and say nothing of who has it, where the card stays at home."""
    for name in ("appointment", "stop_waiting", "interpreter_request"):
        for row in rows[name]:
            if row["person_id"] is not None and row["person_id"] not in people:
                row.update(_nameless(row))
    for row in rows["crew"]:
        if row["person_id"] is not None and row["person_id"] not in people:
            row.update(person_id=None, name=NAMELESS)


def _nameless(row: dict[str, Any]) -> dict[str, Any]:
    words = {key: "" for key, held in row.items() if isinstance(held, str) and key not in SAID}
    named = {"name": NAMELESS} if "name" in row else {}
    return {**words, **named, "person_id": None}


def _closed(rows: Rows) -> Rows:
    """Answer the rows of which every key leads somewhere; optional keys end where it does not."""
    kept: Rows = {}
    keys: dict[str, set[Any]] = {}
    for table in metadata.sorted_tables:
        if table.name not in rows:
            continue
        if "id" in table.c:
            keys[table.name] = {row["id"] for row in rows[table.name]}
        kept[table.name] = list(_standing(table, rows[table.name], keys))
        if "id" in table.c:
            keys[table.name] = {row["id"] for row in kept[table.name]}
    return kept


def _standing(
    table: Table, rows: Iterable[dict[str, Any]], keys: Mapping[str, set[Any]]
) -> Iterator[dict[str, Any]]:
    pointing = [(key.parent, key.column.table.name) for key in table.foreign_keys]
    for row in rows:
        stands = True
        for column, target in pointing:
            if row[column.name] is None or row[column.name] in keys.get(target, ()):
                continue
            row[column.name] = None
            stands = stands and bool(column.nullable)
        if stands:
            yield row
