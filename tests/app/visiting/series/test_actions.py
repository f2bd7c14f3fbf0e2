"""Requirements of what can be done with series of visits."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.errors import Conflict, Refused
from app.visiting.actions import cancel_visit, change_planned_visit, record_visit
from app.visiting.rules import VisitPlan, VisitRecord
from app.visiting.series.actions import (
    add_series_visit,
    change_series,
    end_series,
    leave_holiday_out,
    pause_series,
    plan_series,
    resume_series,
    take_series_change_back,
)
from app.visiting.series.following import top_up_series
from resources.text import say
from tests.factories.clients import add_client
from tests.factories.matches import active_volunteer
from tests.factories.series import (
    add_series,
    in_germany,
    planned_days,
    series_plan,
    series_row,
    visits_in,
)
from tests.factories.volunteers import add_volunteer

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Office

TUESDAY = date(2026, 11, 24)
WEEK = timedelta(days=7)


@pytest.fixture
def erna(office: Office) -> UUID:
    in_germany(office)
    return add_client(office, given_name="Erna", family_name="Krüger")


def said(refused: pytest.ExceptionInfo[Refused]) -> list[tuple[str, str]]:
    return [(problem.field, say(problem)) for problem in refused.value.problems]


def test_a_weekly_series_stands_for_two_years(office: Office, erna: UUID) -> None:
    saved = add_series(office, erna)

    rows = visits_in(office, saved.id)
    assert [row.occurs_on for row in rows[:3]] == [TUESDAY, TUESDAY + WEEK, TUESDAY + 2 * WEEK]
    assert rows[-1].occurs_on == date(2028, 11, 21)
    assert {(row.planned_start.time(), row.planned_end.time()) for row in rows} == {
        (time(14, 30), time(15, 30))
    }


def test_a_double_click_plans_one_series(office: Office, erna: UUID) -> None:
    key = uuid4()
    for _click in range(2):
        office.act(plan_series, key, series_plan(erna))

    assert len(visits_in(office, key)) == 104


def test_public_holidays_are_left_out_kept_or_asked_about(office: Office, erna: UUID) -> None:
    friday = date(2026, 12, 25)
    for wish, expected in (("skip", False), ("keep", True), ("ask", False)):
        saved = add_series(
            office, erna, starts_on=date(2026, 12, 18), on_holidays=wish, start=time(8 + len(wish)),
            end=time(9 + len(wish)), visitor=wish, until=date(2027, 1, 8),
        )  # fmt: skip
        assert (friday in planned_days(office, saved.id)) is expected
        office.act(end_series, saved.id, saved.version, date(2026, 11, 30))


def test_a_holiday_that_is_decided_about_stays_decided(office: Office, erna: UUID) -> None:
    saved = add_series(office, erna, starts_on=date(2026, 12, 18), on_holidays="ask")
    saved = office.act(add_series_visit, saved.id, saved.version, date(2026, 12, 25)).value
    saved = office.act(leave_holiday_out, saved.id, saved.version, date(2027, 1, 1)).value
    office.act(pause_series, saved.id, saved.version, date(2027, 6, 1), None)

    assert planned_days(office, saved.id, 3)[1] == date(2026, 12, 25)
    states = {row.occurs_on: row.status for row in visits_in(office, saved.id)}
    assert states[date(2027, 1, 1)] == "cancelled"


def test_a_change_of_all_moves_what_is_planned(office: Office, erna: UUID) -> None:
    saved = add_series(office, erna)
    plan = series_plan(erna, starts_on=date(2026, 11, 27), start=time(9), end=time(10))
    changed = office.act(change_series, saved.id, saved.version, None, plan).value

    rows = visits_in(office, saved.id)
    assert changed.id == saved.id
    assert {row.planned_start.weekday() for row in rows} == {4}
    assert rows[0].planned_start == datetime.fromisoformat("2026-11-27T09:00")
    assert date(2026, 12, 25) not in [row.occurs_on for row in rows]


def test_a_change_from_a_day_on_begins_a_series_that_follows(office: Office, erna: UUID) -> None:
    saved = add_series(office, erna)
    plan = series_plan(erna, starts_on=date(2026, 12, 9))
    changed = office.act(change_series, saved.id, saved.version, date(2026, 12, 8), plan).value

    assert planned_days(office, saved.id) == [TUESDAY, TUESDAY + WEEK]
    assert planned_days(office, changed.id, 2) == [date(2026, 12, 9), date(2026, 12, 16)]
    assert series_row(office, changed.id).follows_series_id == saved.id
    assert series_row(office, saved.id).until == date(2026, 12, 7)


def test_all_visits_ahead_are_also_those_of_the_series_before_and_after(
    office: Office, erna: UUID
) -> None:
    first = add_series(office, erna)
    wednesday = series_plan(erna, starts_on=date(2026, 12, 9))
    second = office.act(change_series, first.id, first.version, date(2026, 12, 8), wednesday).value
    later = series_plan(erna, starts_on=date(2026, 12, 23), start=time(9), end=time(10))
    third = office.act(change_series, second.id, second.version, date(2026, 12, 23), later).value
    version = series_row(office, second.id).version
    friday = series_plan(
        erna, starts_on=date(2026, 12, 11), start=time(8), end=time(9), until=date(2026, 12, 22)
    )
    changed = office.act(change_series, second.id, version, None, friday).value

    rows = [row for one in (first, second, third) for row in visits_in(office, one.id)]
    assert {(row.planned_start.weekday(), row.planned_start.hour) for row in rows} == {(4, 8)}
    days = [row.occurs_on for row in rows]
    assert days[:5] == [date(2026, 11, 27) + n * WEEK for n in range(4)] + [date(2027, 1, 8)]
    assert len(days) == len(set(days))
    office.act(take_series_change_back, changed.undo)
    assert planned_days(office, first.id) == [TUESDAY, TUESDAY + WEEK]
    assert planned_days(office, third.id, 1) == [date(2026, 12, 23)]


def test_what_is_cancelled_or_paused_for_all_following_is_so_in_the_series_that_follow(
    office: Office, erna: UUID
) -> None:
    first = add_series(office, erna)
    wednesday = series_plan(erna, starts_on=date(2026, 12, 9))
    second = office.act(change_series, first.id, first.version, date(2026, 12, 8), wednesday).value
    version = series_row(office, first.id).version
    pause = (date(2026, 12, 1), date(2026, 12, 15))
    office.act(pause_series, first.id, version, *pause)
    assert planned_days(office, second.id, 1) == [date(2026, 12, 16)]
    version = series_row(office, first.id).version
    office.act(end_series, first.id, version, date(2026, 11, 30))

    assert planned_days(office, first.id) == [TUESDAY]
    assert planned_days(office, second.id) == []


def test_what_was_changed_by_hand_is_neither_lost_nor_doubled(office: Office, erna: UUID) -> None:
    saved = add_series(office, erna)
    first, second, third, *_ = visits_in(office, saved.id)
    moved = VisitPlan(erna, "Karin Vogt", date(2026, 12, 3), time(16), time(17))
    office.act(change_planned_visit, second.id, second.version, moved)
    office.act(cancel_visit, third.id, third.version)
    plan = series_plan(erna, starts_on=date(2026, 11, 25), visitor="Ole Jensen")
    office.act(change_series, saved.id, saved.version, None, plan)

    rows = {row.id: row for row in visits_in(office, saved.id)}
    assert rows[first.id].planned_start == datetime.fromisoformat("2026-11-25T14:30")
    assert rows[second.id].planned_start == datetime.fromisoformat("2026-12-03T16:00")
    assert rows[second.id].visitor == "Ole Jensen"
    assert rows[third.id].status == "cancelled"
    wednesdays = [date(2026, 11, 25) + n * WEEK for n in range(104)]
    assert [row.occurs_on for row in rows.values()][:104] == wednesdays


def test_a_held_visit_is_never_touched(office: Office, erna: UUID) -> None:
    saved = add_series(office, erna, starts_on=date(2026, 11, 23), start=time(10, 30), end=time(11))
    first = visits_in(office, saved.id)[0]
    saved = office.act(pause_series, saved.id, saved.version, date(2026, 11, 23), None).value
    assert visits_in(office, saved.id) == []
    saved = office.act(resume_series, saved.id, saved.version).value
    again = visits_in(office, saved.id)[0]

    assert again.occurs_on == first.occurs_on
    record = VisitRecord(held=False, note="", reason=None)
    with pytest.raises(Refused):
        office.act(record_visit, again.id, again.version, record)


def test_a_pause_takes_its_visits_and_resuming_brings_them_back(office: Office, erna: UUID) -> None:
    saved = add_series(office, erna)
    paused = office.act(
        pause_series, saved.id, saved.version, date(2026, 12, 1), date(2026, 12, 14)
    ).value
    assert planned_days(office, saved.id, 2) == [TUESDAY, date(2026, 12, 15)]

    office.act(resume_series, saved.id, paused.version, date(2026, 12, 8))
    assert planned_days(office, saved.id, 3) == [TUESDAY, date(2026, 12, 8), date(2026, 12, 15)]


def test_an_end_leaves_nothing_planned_behind_it(office: Office, erna: UUID) -> None:
    saved = add_series(office, erna)
    office.act(end_series, saved.id, saved.version, date(2026, 12, 1))

    assert planned_days(office, saved.id) == [TUESDAY, TUESDAY + WEEK]


@pytest.mark.parametrize("act", ["all", "following", "pause", "end"])
def test_every_act_can_be_taken_back_as_a_whole(office: Office, erna: UUID, act: str) -> None:
    saved = add_series(office, erna)
    second = visits_in(office, saved.id)[1]
    moved = VisitPlan(erna, "Karin Vogt", date(2026, 12, 3), time(16), time(17))
    office.act(change_planned_visit, second.id, second.version, moved)
    before = _contents(office, saved.id)
    plan = series_plan(erna, starts_on=date(2026, 12, 9), frequency="fortnightly")
    done = {
        "all": lambda: office.act(change_series, saved.id, saved.version, None, plan),
        "following": lambda: office.act(
            change_series, saved.id, saved.version, date(2026, 12, 8), plan
        ),
        "pause": lambda: office.act(pause_series, saved.id, saved.version, TUESDAY, None),
        "end": lambda: office.act(end_series, saved.id, saved.version, TUESDAY),
    }[act]().value
    assert _contents(office, saved.id) != before

    office.act(take_series_change_back, done.undo)

    assert _contents(office, saved.id) == before
    with pytest.raises(Conflict):
        office.act(take_series_change_back, done.undo)


def test_visits_are_topped_up_as_time_passes(office: Office, erna: UUID) -> None:
    saved = add_series(office, erna)
    assert office.act(top_up_series).value == 0

    office._clock = lambda: datetime.fromisoformat("2026-12-28T09:00:00+00:00")
    office.work_as(office.who)
    made = office.act(top_up_series).value

    assert made == 4
    assert office.act(top_up_series).value == 0
    assert visits_in(office, saved.id)[-1].occurs_on == date(2028, 12, 19)


def test_nobody_is_booked_twice_and_a_free_time_is_named(office: Office, erna: UUID) -> None:
    ali = add_client(office, given_name="Ali", family_name="Demir")
    add_series(office, erna)

    with pytest.raises(Refused) as refused:
        add_series(office, ali, start=time(15), end=time(16), frequency="fortnightly")

    assert said(refused) == [
        (
            "start",
            (
                "On 24.11.2026, Karin Vogt visits Erna Krüger from 14:30 to 15:30. 53 visits in "
                "all are in the way. Free is 15:30."
            ),
        )
    ]


def test_a_volunteer_who_lacks_something_is_refused_with_what_it_is(
    office: Office, erna: UUID
) -> None:
    new = add_volunteer(office, "Jonas Weiß")

    with pytest.raises(Refused) as refused:
        add_series(office, erna, visitor_id=new, visitor="Jonas Weiß")

    ((field, words),) = said(refused)
    assert field == "visitor"
    assert words.startswith("Jonas Weiß cannot visit yet. Missing: ")


def test_an_active_volunteer_is_taken(office: Office, erna: UUID) -> None:
    anja = active_volunteer(office)
    saved = add_series(office, erna, visitor_id=anja, visitor="Anja Kurz")

    assert {row.visitor_id for row in visits_in(office, saved.id)} == {anja}


def test_a_day_within_the_pause_is_refused_with_the_next_one(office: Office, erna: UUID) -> None:
    saved = add_series(office, erna, frequency="agreed")
    saved = office.act(
        pause_series, saved.id, saved.version, date(2026, 12, 1), date(2026, 12, 14)
    ).value

    with pytest.raises(Refused) as refused:
        office.act(add_series_visit, saved.id, saved.version, date(2026, 12, 5))

    assert said(refused) == [
        (
            "day",
            "The series is paused until 14.12.2026. The next possible day is 15.12.2026.",
        )
    ]


def test_what_is_agreed_has_only_the_days_that_were_added(office: Office, erna: UUID) -> None:
    saved = add_series(office, erna, frequency="agreed")
    saved = office.act(add_series_visit, saved.id, saved.version, date(2026, 12, 5)).value

    assert planned_days(office, saved.id) == [TUESDAY, date(2026, 12, 5)]
    plan = series_plan(erna, frequency="agreed", start=time(9), end=time(10))
    office.act(change_series, saved.id, saved.version, None, plan)
    assert {row.planned_start.time() for row in visits_in(office, saved.id)} == {time(9)}


def _contents(office: Office, series_id: UUID) -> list[dict[str, object]]:
    """Answer the visits of a series without their versions, which only count."""
    return [{**row._mapping, "version": 0} for row in visits_in(office, series_id)]
