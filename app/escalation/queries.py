"""What can be asked about concerns: the open ones, those of a person, one with all it needs."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from app.access.queries import my_role
from app.access.rules import Role
from app.clients.rules import Address, address_lines, full_name
from app.escalation import statements as ask
from app.escalation.chains import chain_here, emergency_numbers, office_country
from app.escalation.rows import ConcernCard, ConcernRow, StepRow
from app.escalation.rules import Cause, Ending, StepResult, TakenStep, is_over, next_step

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection, Row

    from app.escalation.rules import Chain, EmergencyNumber

    AnyRow = Row[*tuple[Any, ...]]

MOST_CLOSED = 300
"""Closed concerns of a list."""


def open_concerns(connection: Connection, today: date) -> tuple[ConcernRow, ...]:
    """Answer the concerns that run, the oldest first, each with what is to be done next."""
    rows = tuple(map(_concern, connection.execute(ask.OPEN)))
    if not rows:
        return ()
    taken: dict[UUID, list[TakenStep]] = defaultdict(list)
    for key, code, at, result in connection.execute(ask.STEPS_OF_OPEN):
        taken[key].append(TakenStep(code, local(at), StepResult(result)))
    chains = {cause: chain_here(connection, cause, today) for cause in {row.cause for row in rows}}
    return tuple(_with_next(row, chains[row.cause], taken[row.id]) for row in rows)


def _with_next(row: ConcernRow, chain: Chain, taken: list[TakenStep]) -> ConcernRow:
    following = None if is_over(taken) else next_step(chain.steps, taken, row.opened_at)
    if following is None:
        return row
    return replace(
        row,
        next_title=following.step.title,
        next_due=following.due,
        has_waited=bool(taken),
    )


def closed_concerns(connection: Connection, limit: int = MOST_CLOSED) -> tuple[ConcernRow, ...]:
    """Answer the concerns that were closed, the newest first."""
    return tuple(map(_concern, connection.execute(ask.CLOSED, {"limit": limit})))


def numbers_here(connection: Connection, today: date) -> tuple[EmergencyNumber, ...]:
    """Answer the emergency numbers of the office's country."""
    return emergency_numbers(office_country(connection), today)


def concern_card(connection: Connection, concern_id: UUID, today: date) -> ConcernCard | None:
    """Answer everything about a concern; None where there is none, or nobody may know of it."""
    row = connection.execute(ask.ONE, {"concern_id": concern_id}).first()
    if row is None:
        return None
    from app.escalation.calling import people_to_call  # noqa: PLC0415 - only for a card

    concern = _concern(row)
    person = connection.execute(ask.PERSON, {"person_id": concern.person_id}).one()
    chain = chain_here(connection, concern.cause, today)
    steps = _steps(connection, concern_id, chain)
    taken = tuple(TakenStep(step.code, step.at, step.result) for step in steps)
    return ConcernCard(
        concern=concern,
        chain=chain,
        steps=steps,
        following=next_step(chain.steps, taken, concern.opened_at) if concern.is_open else None,
        is_over=is_over(taken),
        calls=people_to_call(connection, concern.person_id, today),
        numbers=numbers_here(connection, today),
        address=_address(person),
        hint=person.hint,
        visit_words=_visit(connection, concern.visit_id),
        may_close=my_role(connection) is not Role.VOLUNTEER,
    )


def _steps(connection: Connection, concern_id: UUID, chain: Chain) -> tuple[StepRow, ...]:
    titles = {step.code: step.title for step in chain.steps}
    return tuple(
        StepRow(
            row.id,
            row.number,
            row.code,
            titles.get(row.code, row.code),
            local(row.at),
            row.who,
            row.called,
            StepResult(row.result),
            row.note,
        )
        for row in connection.execute(ask.STEPS, {"concern_id": concern_id})
    )


def _visit(connection: Connection, visit_id: UUID | None) -> tuple[datetime, str] | None:
    if visit_id is None:
        return None
    row = connection.execute(ask.VISIT, {"visit_id": visit_id}).first()
    return None if row is None else (row.planned_start, row.visitor)


def _address(row: AnyRow) -> tuple[str, ...]:
    return address_lines(
        Address(
            row.country, row.care_of, row.street, row.house_number, row.floor, row.door,
            row.postal_code, row.city,
        )
    )  # fmt: skip


_CAUSES = {cause.value: cause for cause in Cause}
_ENDINGS = {ending.value: ending for ending in Ending}


def _concern(row: AnyRow) -> ConcernRow:
    return ConcernRow(
        row.id,
        row.version,
        row.person_id,
        full_name(row.given_name, row.family_name),
        row.address_protected,
        row.visit_id,
        _CAUSES[row.code],
        local(row.opened_at),
        row.opened_by,
        local(row.closed_at) if row.closed_at else None,
        row.closed_by,
        _ENDINGS.get(row.result),
        row.closing_note,
    )


def local(at: datetime) -> datetime:
    """Answer the local wall-clock time of an instant, without a zone, to the minute."""
    naive = at.astimezone().replace(tzinfo=None)
    return naive - timedelta(seconds=naive.second, microseconds=naive.microsecond)
