"""Requirements of counting in PSP groups: by number alone, and only while a group is open."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from app.referrals.psp.entering import open_group
from app.referrals.psp.rules import Figure, FigureTable
from app.small_numbers.rules import Safeguard
from db.psp_counts import CRITERION, STATE, expired_facts, year_figures
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

SAFE = Safeguard(5, tells_zero=False)


def test_cases_are_counted_by_what_they_are_and_only_for_who_has_the_group_open(
    office: Office,
) -> None:
    group = psp_office(office)
    for _case in range(7):
        psp_case(office, group)
    psp_meeting(office, group)

    found = office.ask(year_figures, 2026, SAFE)

    assert (found.total, found.meetings) == (7, 0)
    # All on the agenda: whoever read that would know of nobody in any other state.
    assert Figure("on_agenda", None) in found.tables[STATE].rows
    assert [row.count for row in found.tables[CRITERION].rows if row.count] == [7]
    assert office.ask(year_figures, 2025, SAFE).total is None
    office.work_as(ADMINISTRATOR)
    assert office.ask(year_figures, 2026, SAFE).total is None


def test_no_answer_tells_of_few_people(office: Office) -> None:
    group = psp_office(office)
    for _case in range(4):
        psp_case(office, group)

    few = office.ask(year_figures, 2026, SAFE)

    assert few.total is None
    assert all(table == FigureTable((), is_left_out=True) for table in few.tables.values())


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
