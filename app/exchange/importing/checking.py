"""Checking every row of a list by the rules of the form, before anything is imported."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.clients.languages import spoken_languages
from app.clients.phones import read_phone
from app.clients.rules import check_client, fold
from app.errors import Problem, Refused
from app.exchange.importing.rows import CheckedList, GoodRow, WrongRow
from app.exchange.importing.rules import check_plan, read_row
from app.exchange.importing.twins import hold_twins

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.clients.rules import ClientDetails
    from app.exchange.importing.rules import ColumnPlan
    from app.exchange.importing.twins import KnownPerson
    from app.exchange.importing.watch import Watch
    from app.exchange.reading import TypedTable


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
