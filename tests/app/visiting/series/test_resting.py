"""Requirements of series over days on which the visitor is away, or the person pauses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.errors import Refused
from app.matches.rules import MatchStage
from app.visiting.series.actions import (
    add_series_visit,
    change_series,
    end_series,
    pause_series,
    plan_series,
)
from app.volunteers.rules import AbsenceDetails, AbsenceReason
from resources.text import say
from tests.factories.clients import add_client
from tests.factories.matches import active_volunteer, propose, step
from tests.factories.series import (
    add_series,
    in_germany,
    planned_days,
    series_plan,
    series_row,
)

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Office

TUESDAY = date(2026, 11, 24)
AWAY = AbsenceDetails(uuid4(), date(2026, 12, 7), date(2026, 12, 18), AbsenceReason.HOLIDAY)


@pytest.fixture
def erna(office: Office) -> UUID:
    in_germany(office)
    return add_client(office, given_name="Erna", family_name="Krüger")


def said(refused: pytest.ExceptionInfo[Refused]) -> list[tuple[str, str]]:
    return [(problem.field, say(problem)) for problem in refused.value.problems]


def test_a_series_over_an_absence_needs_somebody_else(office: Office, erna: UUID) -> None:
    anja = active_volunteer(office, absences=(AWAY,))
    plan = series_plan(erna, visitor="Anja Kurz")
    with pytest.raises(Refused) as refused:
        office.act(plan_series, uuid4(), plan)

    words = (
        "Anja Kurz is away from 07.12.2026 to 18.12.2026, and would visit on 08.12.2026. "
        "The nearest possible day is 22.12.2026. Or let somebody else come on these days."
    )
    assert said(refused) == [("starts_on", words)]
    saved = add_series(office, erna, visitor="Anja Kurz", goes_on=True)
    assert date(2026, 12, 8) in planned_days(office, saved.id)
    assert series_row(office, saved.id).visitor_id == anja
    begun = add_series(office, erna, visitor="Anja Kurz", starts_on=date(2026, 12, 23))
    assert planned_days(office, begun.id, 1) == [date(2026, 12, 23)]


def test_a_series_is_not_moved_over_an_absence(office: Office, erna: UUID) -> None:
    active_volunteer(office, absences=(AWAY,))
    saved = add_series(office, erna, visitor="Karin Vogt", until=date(2026, 12, 15))
    plan = series_plan(erna, visitor="Anja Kurz", until=date(2026, 12, 15))
    with pytest.raises(Refused) as refused:
        office.act(change_series, saved.id, saved.version, None, plan)

    ((field, words),) = said(refused)
    assert field == "starts_on"
    assert "The nearest possible day is 19.12.2026." in words
    plan = series_plan(erna, visitor="Anja Kurz", start=time(9), end=time(10))
    plan = replace(plan, until=date(2026, 12, 1))
    short = office.act(plan_series, uuid4(), plan).value
    office.act(end_series, short.id, short.version, date(2026, 12, 7))
    with pytest.raises(Refused) as added:
        office.act(add_series_visit, short.id, short.version + 1, date(2026, 12, 7))
    assert [field for field, _words in said(added)] == ["day"]


def test_a_later_end_over_an_absence_is_refused_beside_it(office: Office, erna: UUID) -> None:
    active_volunteer(office, absences=(AWAY,))
    saved = add_series(office, erna, visitor="Anja Kurz", until=date(2026, 12, 1))
    reason = (
        "Anja Kurz is away from 07.12.2026 to 18.12.2026, and would visit on 08.12.2026. "
        "The latest possible last day is 07.12.2026."
    )
    with pytest.raises(Refused) as ended:
        office.act(end_series, saved.id, saved.version, date(2026, 12, 22))
    assert said(ended) == [("last", f"{reason} To go beyond it, change the series.")]

    plan = series_plan(erna, visitor="Anja Kurz", until=date(2026, 12, 22))
    for from_day in (None, TUESDAY, date(2026, 12, 1)):
        plan = replace(plan, starts_on=from_day or TUESDAY)
        with pytest.raises(Refused) as changed:
            office.act(change_series, saved.id, saved.version, from_day, plan)
        words = f"{reason} Or let somebody else come on these days."
        assert said(changed) == [("until", words)]
    longer = office.act(change_series, saved.id, saved.version, None, replace(plan, goes_on=True))
    assert date(2026, 12, 8) in planned_days(office, longer.value.id)


def test_a_later_end_over_a_pause_of_the_match_is_refused(office: Office, erna: UUID) -> None:
    anja = active_volunteer(office)
    # The series was there before the match of the two, and so does not rest with it.
    saved = add_series(office, erna, visitor="Anja Kurz", until=TUESDAY)
    match_id = propose(office, erna, anja)
    for stage in (MatchStage.INTRODUCED, MatchStage.TRIAL, MatchStage.RUNNING):
        step(office, match_id, stage)
    step(office, match_id, MatchStage.PAUSED, until=date(2026, 12, 10))
    with pytest.raises(Refused) as ended:
        office.act(end_series, saved.id, saved.version, date(2026, 12, 22))
    ((field, words),) = said(ended)
    assert field == "last"
    assert words.startswith("The match with Anja Kurz is paused from 23.11.2026 to 10.12.2026;")


def test_visits_inside_a_pause_of_the_person_are_refused_or_left_out(office: Office) -> None:
    in_germany(office)
    erna = add_client(
        office, given_name="Erna", family_name="Krüger", status="paused",
        status_from=date(2026, 12, 1), status_until=date(2026, 12, 14),
    )  # fmt: skip
    with pytest.raises(Refused) as refused:
        office.act(plan_series, uuid4(), series_plan(erna))
    ((field, words),) = said(refused)
    assert field == "starts_on"
    assert words.startswith("Erna Krüger pauses from 01.12.2026 to 14.12.2026")
    assert words.endswith("The nearest possible day is 15.12.2026. Or leave these days out.")

    saved = add_series(office, erna, goes_on=True)
    assert planned_days(office, saved.id, 2) == [TUESDAY, date(2026, 12, 15)]


def test_all_pauses_are_left_out_and_stay_so(office: Office) -> None:
    in_germany(office)
    erna = add_client(
        office, given_name="Erna", family_name="Krüger", status="paused",
        status_from=date(2026, 12, 22), status_until=date(2027, 1, 4),
    )  # fmt: skip
    until = date(2026, 12, 15)
    saved = add_series(office, erna, until=until)
    resting = office.act(
        pause_series, saved.id, saved.version, date(2026, 12, 1), date(2026, 12, 8)
    ).value
    plan = series_plan(erna, until=date(2027, 1, 12))
    with pytest.raises(Refused):
        office.act(change_series, saved.id, resting.version, None, plan)
    plan = replace(plan, goes_on=True)
    longer = office.act(change_series, saved.id, resting.version, None, plan).value
    days = [TUESDAY, until, date(2027, 1, 5), date(2027, 1, 12)]
    assert planned_days(office, saved.id) == days
    office.act(end_series, saved.id, longer.version, date(2027, 1, 6))
    assert planned_days(office, saved.id) == days[:3]
