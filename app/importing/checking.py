"""Checking every row of a list by the rules of the form, before anything is imported."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.clients.languages import spoken_languages
from app.clients.phones import read_phone
from app.clients.rules import check_client, fold
from app.errors import Problem, Refused
from app.importing.people_rows import as_stored
from app.importing.rows import CheckedList, GoodRow, PreviewRow, WrongRow
from app.importing.rules import check_plan, read_row
from app.importing.twins import hold_twins

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.clients.rules import ClientDetails
    from app.exchange.reading import TypedTable
    from app.importing.rules import ColumnPlan
    from app.importing.twins import KnownPerson
    from app.importing.watch import Watch


def language_tags() -> dict[str, str]:
    """Answer the tags of spoken languages by their folded names in all languages."""
    names = {
        name: tag for language in ("en", "da", "de") for tag, name in spoken_languages(language)
    }
    own = {tag: tag for tag in names.values()}
    return {" ".join(fold(name).split()): tag for name, tag in (own | names).items()}


def check_row(table: TypedTable, at: int, plan: ColumnPlan, today: date) -> GoodRow | WrongRow:
    """Check one row of a list, by its place among the rows."""
    reading = read_row(table.rows[at], table.headers, plan)
    problems = (*reading.problems, *_check(reading.details, today))
    if problems:
        return WrongRow(table.lines[at], table.rows[at], _one_a_field(problems))
    return GoodRow(table.lines[at], uuid4(), reading.details)


def preview_rows(
    table: TypedTable, plan: ColumnPlan, today: date, count: int
) -> tuple[PreviewRow, ...]:
    """Answer the first rows as they would be stored; raises `Refused` for a senseless plan."""
    if problems := check_plan(plan):
        raise Refused(*problems)
    shown = range(min(count, len(table.rows)))
    return tuple(_preview(check_row(table, at, plan, today), table, at, plan) for at in shown)


def _preview(row: GoodRow | WrongRow, table: TypedTable, at: int, plan: ColumnPlan) -> PreviewRow:
    if isinstance(row, GoodRow):
        return PreviewRow(row.line, as_stored(row.details), ())
    reading = read_row(table.rows[at], table.headers, plan)
    return PreviewRow(row.line, reading.details, row.problems)


def check_list(
    table: TypedTable,
    plan: ColumnPlan,
    today: date,
    office: Sequence[KnownPerson],
    watch: Watch,
) -> CheckedList:
    """Check every row and hold those that look like someone of the office.

    Raises `Refused` when the plan makes no sense, or when it was stopped.
    """
    if problems := check_plan(plan):
        raise Refused(*problems)
    watch.begin(len(table.rows))
    good: list[GoodRow] = []
    wrong: list[WrongRow] = []
    for at in range(len(table.rows)):
        row = check_row(table, at, plan, today)
        if isinstance(row, GoodRow):
            good.append(row)
        else:
            wrong.append(row)
        watch.step()
    watch.begin(0)
    new, held = hold_twins(office, good)
    watch.begin(0)
    source = table.source
    return CheckedList(source.name, source.sha256, table.headers, new, held, tuple(wrong))


def _check(details: ClientDetails, today: date) -> tuple[Problem, ...]:
    """Answer what the form of a person would say."""
    problems = check_client(details, today)
    wrong = {problem.field for problem in problems}
    phones = (
        read_phone(getattr(details, field), details.country, field)
        for field in ("phone", "mobile")
        if field not in wrong
    )
    return (*problems, *(phone for phone in phones if isinstance(phone, Problem)))


def _one_a_field(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Leave out what is said of a field that something was said of already."""
    first: dict[str, Problem] = {}
    for problem in problems:
        first.setdefault(problem.field, problem)
    return tuple(first.values())
