"""Asking about series: of the office, of a person, one with what lies ahead, what begins one."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from app.text_rules import full_name
from app.visiting.holidays import holidays_between
from app.visiting.rules import VisitKind, VisitStatus
from app.visiting.series import statements as ask
from app.visiting.series.figures import figures_on
from app.visiting.series.rhythm import Rhythm, Wanted
from app.visiting.series.rows import AheadRow, SeriesCard, SeriesOfVisit, SeriesRow, SeriesStart
from app.visiting.series.rules import Frequency, OnHolidays, Pause, SeriesPlan
from app.visiting.series.rules.plan import times_on

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from sqlalchemy import Connection, Row, Select

MOST_AHEAD = 6
"""Visits ahead that a card of a series tells."""
_HOLIDAYS_AHEAD = timedelta(days=366)
"""How far ahead holidays are asked about."""


def list_series(connection: Connection, today: date) -> tuple[SeriesRow, ...]:
    """Answer the series of the office that are not over, by the name of who is visited."""
    return _rows(connection, ask.RUNNING, today)


def series_of(connection: Connection, person_id: UUID, today: date) -> tuple[SeriesRow, ...]:
    """Answer the series of somebody, as the one visited or the one who visits; newest first."""
    return _rows(connection, ask.OF_PERSON, today, person_id=person_id)


def series_row(connection: Connection, series_id: UUID, today: date) -> SeriesRow | None:
    """Answer one series; None where there is none, or of somebody not known here."""
    rows = _rows(connection, ask.ONE, today, series_id=series_id)
    return rows[0] if rows else None


def series_of_visit(connection: Connection, visit_id: UUID) -> SeriesOfVisit | None:
    """Answer the series of a visit; None for a single one."""
    row = connection.execute(ask.OF_VISIT, {"visit_id": visit_id}).first()
    return SeriesOfVisit(*row) if row is not None else None


def series_card(connection: Connection, series_id: UUID, now: datetime) -> SeriesCard | None:
    """Answer one series with what lies ahead of it; `now` is the naive local time."""
    today = now.date()
    row = series_row(connection, series_id, today)
    if row is None:
        return None
    values = {"series_id": series_id, "now": now}
    ahead = tuple(_ahead(one, row.plan) for one in connection.execute(ask.AHEAD, values))
    planned = tuple(one for one in ahead if one.status is VisitStatus.PLANNED)
    odd = tuple(one for one in ahead if _is_odd(one))
    since = connection.scalar(ask.SINCE, {"series_id": series_id})
    rhythm = _rhythm(row.plan)
    return SeriesCard(
        row,
        since or row.plan.starts_on or today,
        planned[:MOST_AHEAD],
        odd,
        _asked(connection, row, rhythm, today, {one.occurs_on for one in ahead}),
        rhythm.next_after(today) if planned else None,
    )


def series_start(
    connection: Connection, person_id: UUID, visitor_id: UUID | None = None
) -> SeriesStart | None:
    """Answer what is known about visits to somebody, perhaps by the volunteer of a match."""
    values = {"person_id": person_id}
    person = connection.execute(ask.PERSON, values).first()
    if person is None:
        return None
    wish = connection.execute(ask.WISH, values).first()
    match = connection.execute(ask.MATCH, values | {"visitor_id": visitor_id}).first()
    start = SeriesStart(person.id, full_name(person.given_name, person.family_name))
    kind, frequency, minutes = (
        (wish.service_kind, wish.frequency, wish.minutes)
        if wish is not None
        else (start.kind, start.frequency, start.minutes)
    )
    weekday, at = _common_time(connection, person_id, match.visitor_id if match else None, minutes)
    return SeriesStart(
        start.person_id,
        start.person_name,
        match.visitor_id if match else None,
        full_name(match.given_name, match.family_name) if match else "",
        match.id if match else None,
        kind if kind in set(VisitKind) else VisitKind.HOME,
        frequency,
        minutes,
        weekday,
        at,
    )


def preview_days(connection: Connection, plan: SeriesPlan, count: int) -> tuple[date, ...]:
    """Answer the first days on which a planned series would have visits."""
    if plan.starts_on is None or plan.frequency == Frequency.AGREED:
        return (plan.starts_on,) if plan.starts_on is not None else ()
    first = plan.starts_on
    last = first + timedelta(days=figures_on(first).horizon)
    wanted = _wanted(connection, _rhythm(plan), None, plan.on_holidays, (first, last))
    return wanted.days(first, last)[:count]


def _rows(
    connection: Connection,
    statement: Select[*tuple[Any, ...]],
    today: date,
    **values: object,
) -> tuple[SeriesRow, ...]:
    midnight = datetime.combine(today, time.min)
    found = connection.execute(statement, {"midnight": midnight, "today": today} | values)
    return tuple(_row(one) for one in found)


def _row(row: Row[*tuple[Any, ...]]) -> SeriesRow:
    start, end = times_on(row.starts_on, row.start_minute, row.minutes)
    plan = SeriesPlan(
        row.person_id,
        row.visitor_id,
        row.visitor,
        row.starts_on,
        start.time(),
        end.time(),
        row.match_id,
        row.kind,
        row.frequency,
        row.monthly_by,
        row.until,
        row.place_note,
        row.on_holidays,
    )
    return SeriesRow(
        row.id,
        row.version,
        plan,
        full_name(row.given_name, row.family_name),
        row.address_protected,
        row.paused_from,
        row.paused_until,
        row.next_start,
    )


def _ahead(row: Row[*tuple[Any, ...]], plan: SeriesPlan) -> AheadRow:
    usual = times_on(row.occurs_on, plan.start_minute, plan.minutes)
    return AheadRow(
        row.id,
        row.version,
        row.planned_start,
        row.planned_end,
        row.visitor,
        row.instead_of,
        VisitStatus(row.status),
        row.occurs_on,
        (row.planned_start, row.planned_end) != usual,
    )


def _is_odd(row: AheadRow) -> bool:
    return row.is_moved or bool(row.instead_of) or row.status is not VisitStatus.PLANNED


def _rhythm(plan: SeriesPlan) -> Rhythm:
    starts_on = plan.starts_on or date.min
    return Rhythm(Frequency(plan.frequency), starts_on, plan.monthly_by, plan.until)


def _wanted(
    connection: Connection,
    rhythm: Rhythm,
    pause: Pause | None,
    on_holidays: str,
    span: tuple[date, date],
) -> Wanted:
    found = holidays_between(connection, span[0], span[1] + timedelta(days=1))
    days = frozenset(holiday.day for holiday in found)
    return Wanted(rhythm, pause, on_holidays, days.__contains__)


def _asked(
    connection: Connection, row: SeriesRow, rhythm: Rhythm, today: date, there: Iterable[date]
) -> tuple[tuple[date, str], ...]:
    if row.plan.on_holidays != OnHolidays.ASK:
        return ()
    first, last = today + timedelta(days=1), today + _HOLIDAYS_AHEAD
    pause = Pause(row.paused_from, row.paused_until) if row.paused_from else None
    wanted = _wanted(connection, rhythm, pause, row.plan.on_holidays, (first, last))
    names = {one.day: one.name for one in holidays_between(connection, first, last)}
    days = (day for day in wanted.holidays(first, last) if day not in set(there))
    return tuple((day, names.get(day, "")) for day in days)


def _common_time(
    connection: Connection, person_id: UUID, visitor_id: UUID | None, minutes: int
) -> tuple[int | None, time | None]:
    """Answer the first time of a week at which both have said that they have time."""
    mine = connection.execute(ask.TIMES, {"person_id": person_id}).all()
    if visitor_id is None:
        theirs = mine
    else:
        theirs = connection.execute(ask.TIMES, {"person_id": visitor_id}).all() or mine
    for weekday, first, last in mine or theirs:
        for other, begins, ends in theirs:
            at = max(first, begins)
            if other == weekday and min(last, ends) - at >= minutes:
                return weekday, time(at // 60, at % 60)
    return None, None
