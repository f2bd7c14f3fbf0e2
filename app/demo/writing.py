"""Writing invented people and their year into an office, a few hundred at a time."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import insert

from app.demo.filling import TABLES, demo_rows
from app.demo.rules import DemoCounts, check_demo
from app.errors import Refused
from db.audit_chain import seal_all
from db.tables import metadata
from db.word_index import Worded, fill_words, free_serials

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from uuid import UUID

    from app.demo.filling import Rows
    from app.demo.rules import DemoPlan
    from app.office import Act

_AT_ONCE = 500
"""Clients whose rows are held in memory together."""


def add_demo_clients(
    act: Act, plan: DemoPlan, numbers: range, areas: Mapping[str, UUID]
) -> DemoCounts:
    """Write the clients with these numbers of a plan, with their visits and notes.

    `areas` gives the record of each quarter by its name; quarters that are missing stay empty.
    Raises `Refused` when the plan is out of range.
    """
    problems = check_demo(plan)
    if problems:
        raise Refused(*problems)
    counts = DemoCounts()
    words: list[Worded] = []
    with _nothing_collected():
        for first in range(numbers.start, numbers.stop, _AT_ONCE):
            rows = demo_rows(plan, range(first, min(first + _AT_ONCE, numbers.stop)), areas)
            counts += _written(act, rows)
            words += (Worded(*map(note.__getitem__, Worded._fields)) for note in rows["note"])
        # One step in the order of numbers: out of order, each note costs the index a step.
        fill_words(act.session.connection(), sorted(words))
        seal_all(act.session.connection())
    for feature in ("clients", "visiting", "journal"):
        act.touch(feature)
    return counts


def _written(act: Act, rows: Rows) -> DemoCounts:
    notes = rows["note"]
    serials = free_serials(act.session.connection(), [note["serial"] for note in notes])
    for note, serial in zip(notes, serials, strict=True):
        note["serial"] = serial
    for table in TABLES:
        if rows[table]:
            act.session.execute(insert(metadata.tables[table]), rows[table])
    return DemoCounts(len(rows["person"]), len(rows["visit"]), len(rows["note"]))


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Keep the collector from looking through rows that are only passing: a quarter faster."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
