"""Requirements of counting in PSP groups: by number alone, and only while a group is open."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.referrals.psp.entering import open_group
from db.psp_counts import AGENCY, CRITERION, MEETING, STATE, case_counts, expired_facts
from tests.factories.psp import (
    ADMINISTRATOR,
    TODAY,
    later,
    psp_case,
    psp_fact,
    psp_meeting,
    psp_office,
)

if TYPE_CHECKING:
    from app.office import Office

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def test_cases_are_counted_by_what_they_are_and_only_for_who_has_the_group_open(
    office: Office,
) -> None:
    group = psp_office(office)
    for _case in range(2):
        psp_case(office, group)
    psp_meeting(office, group)

    found = set(office.ask(case_counts, *YEAR))

    assert found == {
        (STATE, "on_agenda", 2), (AGENCY, "municipality", 2), (MEETING, "", 0),
        (CRITERION, "invisible", 2), (CRITERION, "several", 2),
    }  # fmt: skip
    last_year = (day.replace(year=2025) for day in YEAR)
    assert office.ask(case_counts, *last_year) == ((MEETING, "", 0),)
    office.work_as(ADMINISTRATOR)
    assert office.ask(case_counts, *YEAR) == ((MEETING, "", 0),)


def test_facts_past_their_last_day_are_listed_without_what_they_say(office: Office) -> None:
    group = psp_office(office)
    case = psp_case(office, group)
    fact = psp_fact(office, case, text="Secret", expires_on=TODAY)
    psp_fact(office, case, expires_on=TODAY + timedelta(days=1))
    tomorrow = TODAY + timedelta(days=1)
    later(office, timedelta(days=1))
    assert office.ask(expired_facts, group, tomorrow) == ()

    office.act(open_group, group)

    (row,) = office.ask(expired_facts, group, tomorrow)
    assert (row.id, row.case_id, row.number, row.category) == (fact, case, "2026-001", "housing")
    assert "Secret" not in repr(row)
