"""Series of visits for tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from sqlalchemy import select

from app.visiting.series.actions import plan_series
from app.visiting.series.rules import SeriesPlan
from db.admin import OfficeCard
from db.series import VisitSeries
from db.visiting import Visit

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

    from app.office import Act, Office
    from app.visiting.series.settling import SavedSeries

MONDAY = date(2026, 11, 23)
"""The day of all tests."""


def in_germany(office: Office) -> None:
    """Say that the office is in Germany, whose holidays count."""
    office.act(_add_card)


def _add_card(act: Act) -> None:
    act.session.add(OfficeCard(name="Besuchsdienst", country="DE", created_at=act.now))


def series_plan(person_id: UUID, **fields: Any) -> SeriesPlan:  # noqa: ANN401 - any field of the plan
    """Answer a plan: every Tuesday at 14:30 for an hour, from tomorrow on, by Karin Vogt."""
    usual = SeriesPlan(
        person_id, None, "Karin Vogt", date(2026, 11, 24), time(14, 30), time(15, 30)
    )
    return replace(usual, **fields)


def add_series(office: Office, person_id: UUID, **fields: Any) -> SavedSeries:  # noqa: ANN401 - as above
    """Plan a series."""
    return office.act(plan_series, uuid4(), series_plan(person_id, **fields)).value


def visits_in(office: Office, series_id: UUID) -> list[Row[Any]]:
    """Answer all visits of a series with every column, by their day in the rhythm."""
    return office.ask(_visits, series_id)


def series_row(office: Office, series_id: UUID) -> Row[Any]:
    """Answer a series with every column."""
    return office.ask(_series, series_id)


def planned_days(office: Office, series_id: UUID, count: int = 5) -> list[date]:
    """Answer the first days on which a series has planned visits."""
    rows = visits_in(office, series_id)
    days = sorted(row.planned_start.date() for row in rows if row.status == "planned")
    return days[:count]


def _visits(connection: Connection, series_id: UUID) -> list[Row[Any]]:
    table = Visit.__table__
    asked = select(*table.c).where(table.c.series_id == series_id).order_by(table.c.occurs_on)
    return list(connection.execute(asked).all())


def _series(connection: Connection, series_id: UUID) -> Row[Any]:
    table = VisitSeries.__table__
    return connection.execute(select(*table.c).where(table.c.id == series_id)).one()
