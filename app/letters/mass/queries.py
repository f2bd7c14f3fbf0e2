"""Asking about mailings that were made: the list, its people, the pages, who is tried again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import Uuid, bindparam, distinct, func, select

from app.clients.rules import full_name
from app.errors import Problem, Refused
from app.letters.composing.rules import Choice
from app.letters.mass.actions import RUN_IS_GONE
from app.letters.mass.planning import plan_run
from app.letters.mass.rows import AgainPlan, KeptLetter, RunPerson, RunRow
from app.letters.mass.rules import ItemState, RunWish
from app.letters.mass.wishes import read_problems, read_wish
from app.letters.templates.rules import TITLES
from db.access import is_known_to_me
from db.letters import Letter, LetterRun, LetterRunItem, LetterTemplate
from db.people import Person

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection, Row

    AnyRow = Row[*tuple[Any, ...]]

RUNS_SHOWN = 200
_RUN_ID = bindparam("run_id", type_=Uuid())
_COLUMNS = (
    LetterRun.id,
    LetterRun.at,
    LetterRun.by,
    LetterRun.title,
    LetterRun.template,
    LetterTemplate.title.label("own_title"),
    LetterRun.selection,
    LetterRun.lawful_basis,
    LetterRun.posted_on,
    LetterRun.wish,
)
_ALL_RUNS = select(*_COLUMNS).outerjoin(LetterTemplate, LetterTemplate.code == LetterRun.template)
_RUNS = _ALL_RUNS.order_by(LetterRun.at.desc(), LetterRun.id).limit(RUNS_SHOWN)
_ONE_RUN = _ALL_RUNS.where(LetterRun.id == _RUN_ID)
_COUNTS = (
    select(
        LetterRunItem.letter_run_id,
        LetterRunItem.state,
        func.count().label("people"),
        func.count(distinct(LetterRunItem.number)).label("letters"),
    )
    .where(
        LetterRunItem.letter_run_id.in_(bindparam("ids", expanding=True, type_=Uuid())),
        is_known_to_me(LetterRunItem.person_id),
    )
    .group_by(LetterRunItem.letter_run_id, LetterRunItem.state)
)
_PEOPLE = (
    select(
        LetterRunItem.person_id,
        Person.given_name,
        Person.family_name,
        LetterRunItem.state,
        LetterRunItem.problem,
        LetterRunItem.number,
        LetterRunItem.letter_id,
    )
    .join_from(LetterRunItem, Person, Person.id == LetterRunItem.person_id)
    .where(LetterRunItem.letter_run_id == _RUN_ID, is_known_to_me(LetterRunItem.person_id))
    .order_by(LetterRunItem.number, Person.sort_key_de, Person.id)
)
_PAGES = (
    select(LetterRunItem.number, Letter.pdf)
    .join_from(LetterRunItem, Letter, Letter.id == LetterRunItem.letter_id)
    .where(
        LetterRunItem.letter_run_id == _RUN_ID,
        LetterRunItem.state == ItemState.WRITTEN.value,
        LetterRunItem.number > bindparam("after"),
        is_known_to_me(LetterRunItem.person_id),
    )
    .order_by(LetterRunItem.number, LetterRunItem.id)
    .limit(bindparam("most"))
)


def runs(connection: Connection) -> tuple[RunRow, ...]:
    """Answer the latest mailings, the newest first; nobody is counted who may not be known."""
    return _rows(connection, connection.execute(_RUNS).all())


def run_row(connection: Connection, run_id: UUID) -> RunRow | None:
    """Answer one mailing, or None when it no longer exists."""
    found = _rows(connection, connection.execute(_ONE_RUN, {"run_id": run_id}).all())
    return found[0] if found else None


def run_people(connection: Connection, run_id: UUID) -> tuple[RunPerson, ...]:
    """Answer what became of everybody of a mailing: those without a letter first."""
    people = [
        RunPerson(
            row.person_id,
            full_name(row.given_name, row.family_name),
            row.state,
            read_problems(row.problem),
            row.number,
            row.letter_id,
        )
        for row in connection.execute(_PEOPLE, {"run_id": run_id})
    ]
    order = (ItemState.REFUSED, ItemState.LEFT_OUT, ItemState.WRITTEN)
    return tuple(sorted(people, key=lambda one: order.index(ItemState(one.state))))


def kept_letters(
    connection: Connection, run_id: UUID, after: int, most: int
) -> tuple[KeptLetter, ...]:
    """Answer letters of a mailing as they were printed, `most` of those behind a number."""
    values = {"run_id": run_id, "after": after, "most": most}
    return tuple(KeptLetter(row.number, row.pdf) for row in connection.execute(_PAGES, values))


def again_plan(connection: Connection, run_id: UUID, today: date) -> AgainPlan:
    """Answer the letters of a mailing that something stood against, as they would be now.

    Raises `Refused` when the office does not know (any more) what was wanted.
    """
    row = connection.execute(_ONE_RUN, {"run_id": run_id}).first()
    posted = row.posted_on if row is not None and (row.posted_on or today) >= today else None
    wish = read_wish(row.wish, _known(row), posted) if row is not None else None
    if wish is None:
        raise Refused(Problem(RUN_IS_GONE))
    numbers = {
        one.person_id: one.number
        for one in run_people(connection, run_id)
        if one.state == ItemState.REFUSED
    }
    plan = plan_run(connection, wish, tuple(numbers), today)
    places = tuple(numbers[group.first] for group in plan.groups)
    return AgainPlan(wish, replace(plan, numbers=places))


def _known(row: AnyRow) -> RunWish:
    return RunWish(row.template, Choice(), row.title, row.selection, row.lawful_basis)


def _rows(connection: Connection, found: Sequence[AnyRow]) -> tuple[RunRow, ...]:
    ids = [row.id for row in found]
    counted = connection.execute(_COUNTS, {"ids": ids}).all() if ids else []
    counts = {(row.letter_run_id, row.state): row for row in counted}

    def count(run: AnyRow, state: ItemState, name: str) -> int:
        known = counts.get((run.id, state.value))
        return int(getattr(known, name)) if known is not None else 0

    return tuple(
        RunRow(
            id=row.id,
            at=row.at,
            by=row.by,
            title=row.title,
            template_title=row.own_title or TITLES.get(row.template, row.template),
            selection=row.selection,
            basis=row.lawful_basis,
            posted_on=row.posted_on,
            written=count(row, ItemState.WRITTEN, "people"),
            refused=count(row, ItemState.REFUSED, "letters"),
            left_out=count(row, ItemState.LEFT_OUT, "people"),
            can_be_tried=bool(row.wish),
        )
        for row in found
    )
