"""Figures of intake: all requests of a time, by service, source and what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Date, bindparam, func, select

from db.access import is_known_to_me
from db.intake import Intake

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection


class FigureRow(NamedTuple):
    """How many requests of one service and source stand at one stage."""

    service: str
    source: str
    stage: str
    requests: int


_FIGURES = (
    select(Intake.service, Intake.source, Intake.stage, func.count())
    .where(
        Intake.requested_on >= bindparam("first", type_=Date()),
        Intake.requested_on <= bindparam("last", type_=Date()),
        is_known_to_me(Intake.person_id),
    )
    .group_by(Intake.service, Intake.source, Intake.stage)
    .order_by(Intake.service, Intake.source, Intake.stage)
)


def request_figures(connection: Connection, first: date, last: date) -> tuple[FigureRow, ...]:
    """Answer the figures of all requests that came from a day to another, inclusive.

    Nothing is left out but people of whom the person at work must not know.
    """
    rows = connection.execute(_FIGURES, {"first": first, "last": last})
    return tuple(map(FigureRow._make, rows))
