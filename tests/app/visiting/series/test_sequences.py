"""Requirements of any sequence of edits of a series: no visit is lost and none is doubled.

A naive model says for each series on which days it wants visits; it knows rules of iCalendar and
a list of holidays, and nothing of the program. After each act every wanted day has exactly one
visit, no other day has one that nobody planned by hand, and what was held, cancelled or moved by
hand stands as it stood.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from dateutil.rrule import rrulestr
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import Refused
from app.office import Office
from app.visiting.actions import cancel_visit, change_planned_visit, record_visit
from app.visiting.rules import NotHeldReason, VisitPlan, VisitRecord
from app.visiting.series import figures
from app.visiting.series.actions import (
    change_series,
    end_series,
    pause_series,
    plan_series,
    resume_series,
    take_series_change_back,
)
from app.visiting.series.following import top_up_series
from tests.factories.clients import add_client
from tests.factories.series import in_germany, series_plan, series_row, visits_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine, Row

    from app.visiting.series.rules import SeriesPlan
    from app.visiting.series.settling import SavedSeries

TODAY = date(2026, 11, 23)
HORIZON = 200
"""Days: fewer than in life, so that many sequences are tried."""
HOLIDAYS = frozenset(
    date(*day)
    for day in (
        (2026, 12, 25), (2026, 12, 26), (2027, 1, 1), (2027, 3, 26), (2027, 3, 29), (2027, 5, 1),
        (2027, 5, 6), (2027, 5, 17), (2027, 10, 3),
    )
)  # fmt: skip
"""The holidays of all of Germany, as the law names them (Easter of 2027 is 28 March)."""
_RULES = {
    ("weekly", ""): "FREQ=WEEKLY",
    ("fortnightly", ""): "FREQ=WEEKLY;INTERVAL=2",
    ("monthly", "weekday"): "FREQ=MONTHLY;BYDAY={nth}{weekday}",
    ("monthly", "last_weekday"): "FREQ=MONTHLY;BYDAY=-1{weekday}",
    ("monthly", "day"): "FREQ=MONTHLY;BYMONTHDAY={day}",
}
RHYTHMS = st.sampled_from(sorted(_RULES))
SHIFTS = st.integers(-3, 9)
PLACES = st.integers(0, 12)
STEPS = st.one_of(
    st.tuples(st.just("move"), PLACES, SHIFTS),
    st.tuples(st.just("cancel"), PLACES),
    st.tuples(st.just("all"), PLACES, RHYTHMS, SHIFTS, st.sampled_from(["skip", "keep"])),
    st.tuples(st.just("following"), PLACES, RHYTHMS, SHIFTS),
    st.tuples(st.just("pause"), st.integers(0, 60), st.integers(0, 60) | st.none()),
    st.tuples(st.just("resume"), st.integers(0, 60)),
    st.tuples(st.just("end"), st.integers(20, 150)),
    st.tuples(st.just("undo")),
    st.tuples(st.just("wait"), st.integers(1, 30)),
)


def rhythm_days(plan: Row[Any], last: date) -> set[date]:
    """Answer the days of a rhythm, by the text of its rule."""
    first = plan.starts_on
    words = _RULES[plan.frequency, plan.monthly_by].format(
        nth=(first.day - 1) // 7 + 1,
        weekday=("MO", "TU", "WE", "TH", "FR", "SA", "SU")[first.weekday()],
        day=first.day,
    )
    begins = datetime.combine(first, time())
    until = datetime.combine(min(last, plan.until or last), time())
    return {one.date() for one in rrulestr(words, dtstart=begins).between(begins, until, inc=True)}


def wanted_days(plan: Row[Any], first: date, last: date) -> set[date]:
    """Answer the days on which a series must have a visit."""
    days = {day for day in rhythm_days(plan, last) if day >= first}
    if plan.paused_from is not None:
        rests = plan.paused_until or date.max
        days = {day for day in days if not plan.paused_from <= day <= rests}
    return days if plan.on_holidays == "keep" else days - HOLIDAYS


@dataclass
class Desk:
    """An office in which somebody edits one series and whatever follows it."""

    office: Office
    person: UUID
    today: date
    series: list[UUID]
    last: SavedSeries | None = None
    before: list[dict[str, Any]] | None = None
    """What stood there before the last act that can be taken back."""

    def current(self) -> Row[Any]:
        """Answer the series that is edited: the last that follows."""
        return series_row(self.office, self.series[-1])

    def rows(self) -> list[Row[Any]]:
        """Answer the visits of all series."""
        return [row for key in self.series for row in visits_in(self.office, key)]

    def ahead(self, key: UUID) -> list[Row[Any]]:
        """Answer the visits of a series that are still to come."""
        now = self.office.local_now
        rows = visits_in(self.office, key)
        return [row for row in rows if row.status == "planned" and row.planned_start > now]

    def by_hand(self) -> dict[UUID, tuple[str, datetime]]:
        """Answer what no edit of a series may touch: held, cancelled, moved, over."""
        now = self.office.local_now
        return {
            row.id: (row.status, row.planned_start)
            for row in self.rows()
            if row.status != "planned" or row.is_fixed or row.planned_start <= now
        }


@pytest.fixture(scope="module")
def engine_of_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    from db.session import open_engine  # noqa: PLC0415 - as the common fixture does
    from db.tables import metadata  # noqa: PLC0415 - as above

    engine = open_engine(tmp_path_factory.mktemp("series") / "o.db", bytes(32), create=True)
    metadata.create_all(engine)
    in_germany(Office(engine, who="Anna Beispiel", clock=_clock(TODAY)))
    yield engine
    engine.dispose()


def _clock(day: date) -> Any:  # noqa: ANN401 - a clock of an office
    return lambda: datetime.combine(day, time(6), tzinfo=UTC)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, max_size=7), RHYTHMS, st.integers(0, 20))
def test_no_visit_is_lost_or_doubled_by_any_sequence_of_edits(
    engine_of_all: Engine, steps: list[tuple[Any, ...]], rhythm: tuple[str, str], begins: int
) -> None:
    versions = figures.figures_on(TODAY)
    short = replace(versions, horizon=HORIZON, top_up=5)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(figures, "_versions", lambda: (short,))
        office = Office(engine_of_all, who="Anna Beispiel", clock=_clock(TODAY))
        person = add_client(office)
        plan = _plan(person, rhythm, TODAY + timedelta(days=begins))
        key = office.act(plan_series, uuid4(), plan).value.id
        desk = Desk(office, person, TODAY, [key])
        for step in steps:
            _carry_out(desk, *step)
        office.act(end_series, desk.series[-1], desk.current().version, desk.today)


def _plan(person: UUID, rhythm: tuple[str, str], first: date) -> SeriesPlan:
    frequency, monthly_by = rhythm
    # A visitor of her own: nobody else of the same file is in the way.
    return series_plan(
        person, starts_on=first, frequency=frequency, monthly_by=monthly_by, visitor=str(person)
    )


def _carry_out(desk: Desk, name: str, *values: Any) -> None:  # noqa: ANN401 - as the step says
    kept, contents, last = desk.by_hand(), _contents(desk), desk.last
    try:
        touches = _ACTS[name](desk, *values)
    except Refused:
        assert _contents(desk) == contents
        return
    _compare(desk)
    if name == "undo":
        assert desk.before is None or _contents(desk) == desk.before
    if desk.last is not last:
        desk.before = contents if desk.last is not None else None
    stands = desk.by_hand() if name != "undo" else kept
    for key, (status, start) in kept.items():
        if key in touches:
            continue
        assert stands[key][1] == start
        assert stands[key][0] == status or (status == "planned" and _is_outside(desk, key))


def _compare(desk: Desk) -> None:
    """Compare every series with what the model wants of it."""
    now = desk.office.local_now
    first = desk.today if now.time() < time(14, 30) else desk.today + timedelta(days=1)
    regular = [row.occurs_on for key in desk.series for row in desk.ahead(key) if not row.is_fixed]
    assert len(regular) == len(set(regular))
    for key in desk.series:
        plan, rows = series_row(desk.office, key), visits_in(desk.office, key)
        days = [row.occurs_on for row in rows]
        assert len(days) == len(set(days))
        wanted = wanted_days(plan, first, plan.made_until)
        assert wanted <= set(days)
        for row in rows:
            if row.status == "planned" and not row.is_fixed and row.planned_start > now:
                assert row.occurs_on in wanted
                assert row.planned_start == datetime.combine(row.occurs_on, time(14, 30))


def _is_outside(desk: Desk, key: UUID) -> bool:
    """Answer whether a visit was cancelled since its series rests or ends before it."""
    row = next(row for row in desk.rows() if row.id == key)
    plan, day = series_row(desk.office, row.series_id), row.planned_start.date()
    rests = plan.paused_from is not None and (
        plan.paused_from <= day <= (plan.paused_until or date.max)
    )
    return row.status == "cancelled" and (rests or (plan.until is not None and day > plan.until))


def _contents(desk: Desk) -> list[dict[str, Any]]:
    found = [{**row._mapping, "version": 0} for row in desk.rows()]
    return found + [{**series_row(desk.office, key)._mapping, "version": 0} for key in desk.series]


def _move(desk: Desk, place: int, shift: int) -> set[UUID]:
    rows = desk.ahead(desk.series[-1])
    if not rows:
        return set()
    row = rows[place % len(rows)]
    day = max(desk.today, row.planned_start.date() + timedelta(days=shift))
    plan = VisitPlan(desk.person, row.visitor, day, time(16), time(17))
    desk.office.act(change_planned_visit, row.id, row.version, plan)
    desk.last = None
    return {row.id}


def _cancel(desk: Desk, place: int) -> set[UUID]:
    rows = desk.ahead(desk.series[-1])
    if not rows:
        return set()
    row = rows[place % len(rows)]
    desk.office.act(cancel_visit, row.id, row.version)
    desk.last = None
    return {row.id}


def _all(desk: Desk, place: int, rhythm: tuple[str, str], shift: int, holidays: str) -> set[UUID]:
    first = max(desk.today, desk.today + timedelta(days=shift + 3))
    plan = replace(_plan(desk.person, rhythm, first), on_holidays=holidays)
    # All of a series that others follow are all of those, too.
    series = series_row(desk.office, desk.series[place % len(desk.series)])
    desk.last = desk.office.act(change_series, series.id, series.version, None, plan).value
    return set()


def _following(desk: Desk, place: int, rhythm: tuple[str, str], shift: int) -> set[UUID]:
    rows = desk.ahead(desk.series[-1])
    if not rows:
        return set()
    day = rows[place % len(rows)].occurs_on
    plan = _plan(desk.person, rhythm, max(desk.today, day + timedelta(days=shift)))
    series = desk.current()
    desk.last = desk.office.act(change_series, series.id, series.version, day, plan).value
    if desk.last.id not in desk.series:
        desk.series.append(desk.last.id)
    return set()


def _pause(desk: Desk, first: int, length: int | None) -> set[UUID]:
    begins = desk.today + timedelta(days=first)
    ends = None if length is None else begins + timedelta(days=length)
    series = desk.current()
    desk.last = desk.office.act(pause_series, series.id, series.version, begins, ends).value
    return set()


def _resume(desk: Desk, first: int) -> set[UUID]:
    series, day = desk.current(), desk.today + timedelta(days=first)
    desk.last = desk.office.act(resume_series, series.id, series.version, day).value
    return set()


def _end(desk: Desk, days: int) -> set[UUID]:
    series, day = desk.current(), desk.today + timedelta(days=days)
    desk.last = desk.office.act(end_series, series.id, series.version, day).value
    return set()


def _undo(desk: Desk) -> set[UUID]:
    if desk.last is None:
        return set()
    desk.office.act(take_series_change_back, desk.last.undo)
    if desk.last.id in desk.series[1:] and any(
        step.id == desk.last.id and step.before is None for step in desk.last.undo.steps
    ):
        desk.series.remove(desk.last.id)
    desk.last = None
    return set()


def _wait(desk: Desk, days: int) -> set[UUID]:
    """Let days pass; half of the visits that are over are recorded, and more are made."""
    desk.today += timedelta(days=days)
    desk.office = Office(desk.office._engine, who="Anna Beispiel", clock=_clock(desk.today))
    over = [
        row
        for row in desk.rows()
        if row.status == "planned" and row.planned_start.date() < desk.today
    ]
    for row in over[::2]:
        record = VisitRecord(held=False, reason=NotHeldReason.WEATHER)
        desk.office.act(record_visit, row.id, row.version, record)
    desk.office.act(top_up_series)
    desk.last = None
    return {row.id for row in over}


_ACTS: dict[str, Any] = {
    "move": _move,
    "cancel": _cancel,
    "all": _all,
    "following": _following,
    "pause": _pause,
    "resume": _resume,
    "end": _end,
    "undo": _undo,
    "wait": _wait,
}
