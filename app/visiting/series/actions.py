"""What can be done with series of visits: plan, change, pause, resume, end, add, take back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from app.drafts.actions import discard_draft
from app.errors import N_, Conflict, Problem, Refused
from app.office import CHANGED_MEANWHILE
from app.visiting.rules import VisitStatus
from app.visiting.series.chain import chain_of, end_in_chain
from app.visiting.series.changing import Change
from app.visiting.series.checking import check_people, refuse_clashes, with_cards
from app.visiting.series.ledger import Ledger, SeriesUndo, take_back
from app.visiting.series.making import (
    bring_in_line,
    first_open_day,
)
from app.visiting.series.resting import RestCheck, rest_with, rests_of, within_pauses
from app.visiting.series.rules import Frequency, check_pause, check_series
from app.visiting.series.settling import Days, SavedSeries, finish, name_of, settle_all
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
    check = RestCheck(rests_of(act, person, series), others_come=plan.goes_on)
    left_out = within_pauses(check.rests) if plan.goes_on else None
    if plan.goes_on:
        rest_with(series, check.rests, act.local_now.date())
    act.session.flush()
    if series.frequency == Frequency.AGREED:
        # What has no rhythm begins with the one day that is known.
        visit = new_visit(series, first)
        ledger.add(visit)
        line = None
        check.refuse([visit])
        refuse_clashes(act, [visit], (), name_of(person))
    else:
        standard, span = standard_of(series), (first, first)
        line = bring_in_line(act, ledger, series, standard, (), span, left_out)
    return finish(act, ledger, series, person, line, check)


def change_series(
    act: Act, series_id: UUID, version: int, from_day: date | None, plan: SeriesPlan
) -> SavedSeries:
    """Change the visits of a series from a day of its rhythm on; None changes all ahead.

    What was before that day stays with the series, and the changed visits go on in a new one
    that follows it; where nothing was before, the series itself changes. Series that follow since
    an earlier change go along, and with None those that went before, too. Answers the series in
    which the changed visits are. Raises `Refused` as planning does, `Conflict` when the series
    changed meanwhile.
    """
    series = _opened(act, series_id, version)
    plan = with_cards(act, plan)
    person, first = _checked(act, plan)
    change = Change(act, person, replace(plan, starts_on=first))
    discard_draft(act, SERIES_CHANGE_FORM, str(series_id))
    return change.of_all(series) if from_day is None else change.of_following(series, from_day)


def pause_series(
    act: Act, series_id: UUID, version: int, first: date | None, last: date | None
) -> SavedSeries:
    """Let a series rest from one day to another (None: until it is resumed)."""
    series = _opened(act, series_id, version)
    today = act.local_now.date()
    if (problems := check_pause(first, last, today=today)) or first is None:
        raise Refused(*problems)
    discard_draft(act, PAUSE_FORM, str(series_id))
    days = Days(paused_from=first, paused_until=last)
    return settle_all(act, series, [(one, days) for one in chain_of(act, series)])


def resume_series(
    act: Act, series_id: UUID, version: int, first: date | None = None
) -> SavedSeries:
    """Let a paused series go on, at once or from a day on; its visits are made again."""
    series = _opened(act, series_id, version)
    if series.paused_from is None:
        raise Refused(Problem(NOT_PAUSED))
    first = first or act.local_now.date()
    resting = [one for one in chain_of(act, series) if one.paused_from is not None]
    return settle_all(act, series, [(one, _resumed(one, first)) for one in resting])


def end_series(act: Act, series_id: UUID, version: int, last: date | None) -> SavedSeries:
    """End a series with a day, after which nothing is planned; held visits stay.

    Raises `Refused` where a later end than before lets visits fall into an absence or a pause.
    """
    series = _opened(act, series_id, version)
    if last is None:
        raise Refused(Problem(NO_LAST, "last"))
    discard_draft(act, END_FORM, str(series_id))
    chain = chain_of(act, series)
    ends = [(one, Days(until=end_in_chain(one, chain, last))) for one in chain]
    check = None
    if chain[-1].until is not None and chain[-1].until < last:
        person = act.session.get_one(Person, series.person_id)
        check = RestCheck(rests_of(act, person, series), "last", until=chain[-1].until)
    return settle_all(act, series, ends, check)


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
    RestCheck(rests_of(act, person, series), "day").refuse([visit])
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


def _resumed(series: VisitSeries, first: date) -> Days:
    """Answer the days of a paused series that goes on from a day."""
    if series.paused_from is not None and first <= series.paused_from:
        return Days(paused_from=None, paused_until=None)
    return Days(paused_until=first - timedelta(days=1))


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
