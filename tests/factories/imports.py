"""Makes lists of people as they are on their way into an office."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.exchange.reading import Kind, Source, TypedTable
from app.importing.actions import import_people
from app.importing.checking import check_list, language_tags
from app.importing.queries import known_people
from app.importing.rules import ColumnPlan, guess_targets
from app.importing.watch import Watch
from tests.factories.lists import ERNA, HEADINGS, OLE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.importing.rows import CheckedList
    from app.office import Office


def table(
    rows: Sequence[Sequence[str]] = (ERNA, OLE), headers: Sequence[str] = HEADINGS
) -> TypedTable:
    """Answer a list as it was read; the first row stands in line 2."""
    source = Source(
        "people.csv",
        Kind.DELIMITED,
        encoding="utf-8",
        delimiter=";",
        sha256=f"{hash(tuple(map(tuple, rows))):x}",
    )
    lines = tuple(range(2, 2 + len(rows)))
    return TypedTable(tuple(headers), tuple(map(tuple, rows)), lines, source)


def plan_for(typed: TypedTable, country: str = "DE") -> ColumnPlan:
    """Answer the plan that is guessed from the headings."""
    return ColumnPlan(guess_targets(typed.headers), country, language_tags())


def checked(office: Office, typed: TypedTable, country: str = "DE") -> CheckedList:
    """Answer a list that was checked against an office."""
    people = office.ask(known_people)
    today = office.local_now.date()
    return check_list(typed, plan_for(typed, country), today, people, Watch())


def run_import(office: Office, typed: TypedTable, country: str = "DE") -> UUID:
    """Import a list into an office and answer the id of the run."""
    return office.act(import_people, uuid4(), checked(office, typed, country), Watch()).value
