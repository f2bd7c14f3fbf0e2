"""What can be done with series of visits: plan, change, pause, resume, end, add, take back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from sqlalchemy import select

from app.drafts.actions import discard_draft
from app.errors import N_, Conflict, Problem, Refused
from app.office import CHANGED_MEANWHILE
from app.visiting.rules import VisitStatus
from app.visiting.series.checking import check_people, refuse_clashes, with_cards
from app.visiting.series.ledger import Ledger, SeriesUndo, take_back
from app.visiting.series.making import (
    bring_in_line,
    first_open_day,
    horizon,
    visits_from,
)
from app.visiting.series.resting import refuse_rests, rests_of
from app.visiting.series.rules import Frequency, check_pause, check_series
from app.visiting.series.settling import SavedSeries, finish, name_of, settle
from app.visiting.series.standard import new_visit, rhythm_of, standard_of, write_plan
from app.visiting.visitors import series_rests
from db.access import is_known_to_me
from db.people import Person
from db.series import VisitSeries
from db.visiting import Visit

if TYPE_CHECKING:
    from app.office import Act
    from app.visiting.series.rules import SeriesPlan

SERIES_FORM = "visit_series"
"""Draft name of the form that plans a series; its subject is the person or ""."""
SERIES_CHANGE_FORM = "visit_series_change"
"""Draft name of the form that changes one; its subject is the series."""

PAUSE_FORM = "visit_series_pause"
END_FORM = "visit_series_end"
ADD_FORM = "visit_series_add"
"""Draft names of the small forms about a series; their subject is the series."""

NO_LAST = N_("Please enter the last day.")
SERIES_IS_GONE = N_("This series no longer exists.")
IS_OVER = N_("This series ended on {day:%d.%m.%Y}. Please plan a new one.")
TAKEN_DAY = N_("The series has a visit on this day already.")
DAY_IS_OVER = N_("This time is over. Please choose a later day.")
AFTER_THE_END = N_("The series ends on {day:%d.%m.%Y}. Please choose a day before.")
BEFORE_THE_LAST = N_(
    "The series has a visit on {day:%d.%m.%Y} that does not change. Please choose a later day."
)
NOT_PAUSED = N_("This series is not paused.")


def plan_series(act: Act, series_id: UUID, plan: SeriesPlan, draft: str = "") -> SavedSeries:
    """Plan a series under an id that the form made, so that a double click plans one.

    `draft` is the subject of the form's draft. Raises `Refused` for a plan that breaks a rule,
    somebody who may not visit, or visits that would book somebody twice.
    """
    discard_draft(act, SERIES_FORM, draft)
    known = act.session.get(VisitSeries, series_id)
    if known is not None:
        return SavedSeries(series_id, known.version, SeriesUndo())
    plan = with_cards(act, plan)
    person, first = _checked(act, plan)
    series = VisitSeries(id=series_id, made_until=first)
    write_plan(series, plan, person.id, first)
    ledger = Ledger(act)
    ledger.add(series)
    rests = rests_of(act, person, series, goes_on=plan.goes_on)
    act.session.flush()
    if series.frequency == Frequency.AGREED:
        # What has no rhythm begins with the one day that is known.
        visit = new_visit(series, first)
        ledger.add(visit)
        line = None
        refuse_rests([visit], rests, "starts_on", others_come=plan.goes_on)
        refuse_clashes(act, [visit], (), name_of(person))
    else:
        line = bring_in_line(act, ledger, series, standard_of(series), (), (first, first))
    return finish(act, ledger, series, person, line, rests, others_come=plan.goes_on)


def change_series(
    act: Act, series_id: UUID, version: int, from_day: date | None, plan: SeriesPlan
) -> SavedSeries:
    """Change the visits of a series from a day of its rhythm on; None changes all ahead.

    What was before that day stays with the series, and the changed visits go on in a new one
    that follows it; where nothing was before, the series itself changes. Answers the series in
    which the changed visits are. Raises `Refused` as planning does, `Conflict` when the series
    changed meanwhile.
    """
    series = _opened(act, series_id, version)
    plan = with_cards(act, plan)
    person, first = _checked(act, plan)
    before = standard_of(series)
    open_day = first_open_day(act, series)
    start = max(from_day, open_day) if from_day is not None else _next_day(series, open_day)
    rows = visits_from(act, series.id, start, also_moved=from_day is None)
    _refuse_earlier(act, series, start, first)
    ledger = Ledger(act)
    ledger.keep(series)
    changed = series
    if from_day is not None and series.starts_on < start:
        changed = _split(act, ledger, series, start)
    write_plan(changed, plan, person.id, first)
    rests = rests_of(act, person, changed, goes_on=plan.goes_on)
    act.session.flush()
    line = bring_in_line(act, ledger, changed, before, rows, (start, first))
    discard_draft(act, SERIES_CHANGE_FORM, str(series_id))
    return finish(act, ledger, changed, person, line, rests, others_come=plan.goes_on)


def pause_series(
    act: Act, series_id: UUID, version: int, first: date | None, last: date | None
) -> SavedSeries:
    """Let a series rest from one day to another (None: until it is resumed)."""
    series = _opened(act, series_id, version)
    today = act.local_now.date()
    if (problems := check_pause(first, last, today=today)) or first is None:
        raise Refused(*problems)
    discard_draft(act, PAUSE_FORM, str(series_id))
    return settle(act, series, paused_from=first, paused_until=last)


def resume_series(
    act: Act, series_id: UUID, version: int, first: date | None = None
) -> SavedSeries:
    """Let a paused series go on, at once or from a day on; its visits are made again."""
    series = _opened(act, series_id, version)
    if series.paused_from is None:
        raise Refused(Problem(NOT_PAUSED))
    first = first or act.local_now.date()
    if first <= series.paused_from:
        return settle(act, series, paused_from=None, paused_until=None)
    return settle(act, series, paused_until=first - timedelta(days=1))


def end_series(act: Act, series_id: UUID, version: int, last: date | None) -> SavedSeries:
    """End a series with a day, after which nothing is planned; held visits stay."""
    series = _opened(act, series_id, version)
    if last is None:
        raise Refused(Problem(NO_LAST, "last"))
    discard_draft(act, END_FORM, str(series_id))
    return settle(act, series, until=last)


def add_series_visit(act: Act, series_id: UUID, version: int, day: date | None) -> SavedSeries:
    """Add a visit on a day outside the rhythm, at the usual time."""
    series = _opened(act, series_id, version)
    person = act.session.get_one(Person, series.person_id)
    wanted = _open_date(act, series, day)
    discard_draft(act, ADD_FORM, str(series_id))
    ledger = Ledger(act)
    visit = new_visit(series, wanted)
    # On a day of the rhythm, a holiday, it stays although the rhythm leaves it out.
    visit.is_fixed = wanted in rhythm_of(series).days(wanted, wanted)
    refuse_rests([visit], rests_of(act, person, series), "day")
    refuse_clashes(act, [visit], (), name_of(person))
    ledger.add(visit)
    return finish(act, ledger, series, person, None)


def leave_holiday_out(act: Act, series_id: UUID, version: int, day: date) -> SavedSeries:
    """Decide that there is no visit on a holiday that the series asks about."""
    series = _opened(act, series_id, version)
    person = act.session.get_one(Person, series.person_id)
    _open_date(act, series, day)
    ledger = Ledger(act)
    visit = new_visit(series, day)
    visit.status = VisitStatus.CANCELLED.value
    ledger.add(visit)
    return finish(act, ledger, series, person, None)


def take_series_change_back(act: Act, undo: SeriesUndo) -> None:
    """Put series and visits as they stood before an act; raises `Conflict` when they changed."""
    take_back(act, undo)
    for step in undo.steps:
        act.touch("visiting", step.id)


def _checked(act: Act, plan: SeriesPlan) -> tuple[Person, date]:
    problems = check_series(plan, today=act.local_now.date())
    if problems or plan.starts_on is None:
        raise Refused(*problems)
    return check_people(act, plan, plan.starts_on), plan.starts_on


def _opened(act: Act, series_id: UUID, version: int) -> VisitSeries:
    known = select(VisitSeries).where(
        VisitSeries.id == series_id, is_known_to_me(VisitSeries.person_id)
    )
    series = act.session.scalar(known)
    if series is None:
        raise Refused(Problem(SERIES_IS_GONE))
    if series.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    if series.until is not None and series.until < act.local_now.date():
        raise Refused(Problem(IS_OVER, values={"day": series.until}))
    return series


def _next_day(series: VisitSeries, open_day: date) -> date:
    """Answer the first day of the rhythm that is still ahead."""
    return rhythm_of(series).next_after(open_day - timedelta(days=1)) or open_day


def _refuse_earlier(act: Act, series: VisitSeries, start: date, first: date) -> None:
    """Raise `Refused` where the changed visits would begin before one that does not change."""
    earlier = (
        select(Visit.occurs_on)
        .where(Visit.series_id == series.id, Visit.occurs_on < start)
        .order_by(Visit.occurs_on.desc())
        .limit(1)
    )
    day = act.session.scalar(earlier)
    if day is not None and first <= day:
        raise Refused(Problem(BEFORE_THE_LAST, "starts_on", {"day": day}))


def _split(act: Act, ledger: Ledger, series: VisitSeries, start: date) -> VisitSeries:
    """End a series before a day, and answer the one that follows it."""
    series.until = start - timedelta(days=1)
    following = VisitSeries(
        id=uuid4(),
        follows_series_id=series.id,
        made_until=horizon(act),
        paused_from=series.paused_from,
        paused_until=series.paused_until,
    )
    ledger.add(following)
    return following


def _open_date(act: Act, series: VisitSeries, day: date | None) -> date:
    """Answer a day on which a visit can be added to a series; raises `Refused`."""
    if day is None or day < first_open_day(act, series):
        raise Refused(Problem(DAY_IS_OVER, "day"))
    if series.until is not None and day > series.until:
        raise Refused(Problem(AFTER_THE_END, "day", {"day": series.until}))
    if problem := series_rests(series.paused_from, series.paused_until, day):
        raise Refused(problem)
    taken = select(Visit.id).where(Visit.series_id == series.id, Visit.occurs_on == day)
    if act.session.scalar(taken) is not None:
        raise Refused(Problem(TAKEN_DAY, "day"))
    return day
