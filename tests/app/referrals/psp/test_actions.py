"""Requirements of PSP groups: who comes in, what is read, how a case goes on, what disappears."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.access.rules import Role
from app.access.rules.breaking_glass import TOO_SHORT
from app.errors import Conflict, Refused
from app.referrals.psp.cases import delete_case, follow_case, raise_case, remove_expired
from app.referrals.psp.entering import (
    IS_GONE,
    NO_SUCH_GROUP,
    QUIET_NAME,
    break_psp_glass,
    open_group,
)
from app.referrals.psp.figures import read_figures
from app.referrals.psp.groups import add_seat, make_group, save_seat
from app.referrals.psp.meetings import (
    approve_minutes,
    begin_meeting,
    close_meeting,
    move_meeting,
    plan_meeting,
    record_decision,
    save_minutes,
)
from app.referrals.psp.queries import case_view, group_view, may_see, meeting_view, start
from app.referrals.psp.reading import read_case, read_group
from app.referrals.psp.rules import (
    Agency,
    CaseState,
    Criterion,
    DecisionDetails,
    Following,
    GroupDetails,
    Looked,
    MeetingDetails,
    SeatDetails,
    TaskDetails,
)
from app.referrals.psp.rules.conference import (
    IS_APPROVED,
    LAST_LEAD,
    NAMED,
    NEEDS_LIST,
    NOT_A_MEMBER,
    NOT_A_PSP_MEMBER,
    NOT_OPEN,
    NOT_THE_LEAD,
)
from app.referrals.psp.tasks import add_task
from db.admin import AuditLine
from resources.text import say
from tests.factories.access import member
from tests.factories.psp import (
    ADMINISTRATOR,
    LEAD,
    TODAY,
    case_details,
    later,
    psp_case,
    psp_fact,
    psp_group,
    psp_meeting,
    psp_office,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from sqlalchemy import Connection

    from app.office import Office

REASON = "Nobody else is here and the police rings"


@pytest.fixture
def group(office: Office) -> UUID:
    """An open PSP group of the one at work."""
    return psp_office(office)


def _refused(office: Office, *act: object) -> str:
    with pytest.raises(Refused) as refused:
        office.act(*act)  # type: ignore[arg-type]  # any action
    return refused.value.problems[0].message


def test_a_group_made_after_midnight_is_open_at_once(office: Office, group: UUID) -> None:
    """A quarter past midnight here is still the day before by UTC."""
    later(office, timedelta(hours=14, minutes=15))
    today = office.local_now.date()
    assert today == TODAY + timedelta(days=1)
    young = office.act(make_group, uuid4(), GroupDetails("Garath")).value
    seat = SeatDetails("Police Person", Agency.POLICE, from_on=today)
    office.act(add_seat, young, uuid4(), seat)
    assert young != group
    assert office.ask(group_view, young, today) is not None


def _later(office: Office, minutes: int) -> None:
    later(office, timedelta(minutes=minutes))


def test_an_office_without_a_list_of_colleagues_has_no_groups(office: Office) -> None:
    assert _refused(office, make_group, uuid4(), GroupDetails("PSP")) == NEEDS_LIST
    assert office.ask(may_see)
    assert office.ask(start).needs_list
    assert office.ask(start).groups == ()


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PSP_MEMBER])
def test_for_all_others_there_is_nothing(office: Office, group: UUID, role: Role) -> None:
    case, meeting = psp_case(office, group), psp_meeting(office, group)
    office.work_as(ADMINISTRATOR)
    member(office, "Zoe Amt", role)
    office.work_as("Zoe Amt")

    assert not office.ask(may_see)
    assert office.ask(start).groups == ()
    questions: tuple[tuple[Callable[..., object], UUID], ...] = (
        (group_view, group), (case_view, case), (meeting_view, meeting),
    )  # fmt: skip
    for question, key in questions:
        assert office.ask(question, key, TODAY) is None
    assert _refused(office, read_figures, 2026) == NOT_A_MEMBER
    for act, key in ((open_group, group), (read_case, case), (read_case, uuid4())):
        assert _refused(office, act, key) == NOT_A_MEMBER
    assert _refused(office, break_psp_glass, "PSP Ballerup", REASON) == NOT_A_MEMBER


def test_a_psp_member_without_a_seat_sees_nothing_of_a_group(office: Office, group: UUID) -> None:
    case = psp_case(office, group)
    office.work_as(ADMINISTRATOR)
    member(office, "Per Dahl", Role.PSP_MEMBER)
    office.work_as("Per Dahl")

    assert office.ask(start).groups == ()
    assert _refused(office, open_group, group) == NOT_A_MEMBER
    # A case that is there is answered as one that is not.
    assert _refused(office, read_case, case) == _refused(office, read_case, uuid4()) == IS_GONE


def test_break_glass_opens_a_group_for_an_hour_and_the_lead_reads_why(
    office: Office, group: UUID
) -> None:
    office.work_as(ADMINISTRATOR)
    member(office, "Per Dahl", Role.PSP_MEMBER)
    office.work_as("Per Dahl")
    assert _refused(office, break_psp_glass, "PSP Ballerup", "curious") == TOO_SHORT
    assert _refused(office, break_psp_glass, "PSP Herlev", REASON) == NO_SUCH_GROUP

    office.act(break_psp_glass, "psp ballerup", REASON)
    office.act(open_group, group)
    assert office.ask(group_view, group, TODAY) is not None

    office.work_as(LEAD)
    view = office.act(read_group, group).value
    assert [(row.who, row.reason) for row in view.glasses] == [("Per Dahl", REASON)]
    office.work_as("Per Dahl")
    _later(office, 61)
    assert _refused(office, open_group, group) == NOT_A_MEMBER


def test_a_group_closes_after_minutes_without_work(office: Office, group: UUID) -> None:
    case = psp_case(office, group)
    _later(office, 10)
    office.act(read_case, case)
    _later(office, 20)
    assert office.ask(group_view, group, TODAY) is not None
    _later(office, 36)
    assert office.ask(group_view, group, TODAY) is None
    assert office.ask(case_view, case, TODAY) is None
    assert _refused(office, read_case, case) == NOT_OPEN

    office.act(open_group, group)
    assert office.act(read_case, case).value.row.id == case


def test_a_case_is_read_only_with_a_look_on_record(office: Office, group: UUID) -> None:
    case = psp_case(office, group)
    psp_fact(office, case)
    _later(office, 20)
    office.act(open_group, group)
    assert office.ask(case_view, case, TODAY) is None

    view = office.act(read_case, case).value

    assert len(view.facts) == 1
    assert (view.looks[0].who, view.looks[0].what) == (LEAD, Looked.CASE)
    whole = office.act(read_group, group).value
    assert {row.what for row in whole.looks} >= {Looked.OPENED, Looked.LIST, Looked.CASE}


def test_the_audit_says_nothing_of_what_was_done(office: Office, group: UUID) -> None:
    case = psp_case(office, group)
    psp_meeting(office, group)

    def lines(connection: Connection) -> list[tuple[str, str, str]]:
        return [
            (row.action, row.feature, row.touched)
            for row in connection.execute(
                select(AuditLine.action, AuditLine.feature, AuditLine.touched)
            )
            if row.feature == "psp"
        ]

    found = set(office.ask(lines))
    assert found == {(QUIET_NAME, "psp", '[["psp", null]]')}
    assert str(case) not in repr(found)


def test_a_person_is_brought_up_once_and_numbered(office: Office, group: UUID) -> None:
    case = psp_case(office, group)
    view = office.act(read_case, case).value

    assert (view.row.number, view.row.name) == ("2026-001", "Jens Holm")
    again = case_details(view.row.person_id)
    assert "already" in _refused(office, raise_case, group, uuid4(), again)
    assert office.act(read_case, psp_case(office, group)).value.row.number == "2026-002"


def test_only_the_lead_gives_seats_and_one_lead_stays(office: Office, group: UUID) -> None:
    office.work_as(ADMINISTRATOR)
    member(office, "Per Dahl", Role.PSP_MEMBER)
    office.work_as(LEAD)
    anna = SeatDetails("Anna", member_name=ADMINISTRATOR, from_on=TODAY)
    assert _refused(office, add_seat, group, uuid4(), anna) == NOT_A_PSP_MEMBER
    per = SeatDetails("Per Dahl", member_name="Per Dahl", from_on=TODAY)
    office.act(add_seat, group, uuid4(), per)
    view = office.act(read_group, group).value
    mine = next(seat for seat in view.seats if seat.is_lead)
    ended = SeatDetails(mine.name, member_name=LEAD, from_on=TODAY, until_on=TODAY, is_lead=False)
    assert _refused(office, save_seat, mine.id, mine.version, ended) == LAST_LEAD

    office.work_as("Per Dahl")
    office.act(open_group, group)
    assert _refused(office, add_seat, group, uuid4(), per) == NOT_THE_LEAD


def test_a_conference_from_agenda_to_approved_minutes(office: Office, group: UUID) -> None:
    case = psp_case(office, group)
    meeting = psp_meeting(office, group)
    view = office.ask(meeting_view, meeting, TODAY)
    assert view is not None
    (item,) = view.items
    assert view.at_table == (Agency.MUNICIPALITY, Agency.POLICE, Agency.PSYCHIATRY)

    decided = DecisionDetails(
        "Does not open", "Joint visit", Agency.PSYCHIATRY, TODAY + timedelta(days=30)
    )
    office.act(record_decision, item.id, item.version, decided)
    with pytest.raises(Conflict):
        office.act(record_decision, item.id, item.version, decided)
    office.act(add_task, item.id, uuid4(), TaskDetails(Agency.POLICE, "Rings first", TODAY))
    assert "takes no part" in _refused(
        office, add_task, item.id, uuid4(), TaskDetails(Agency.SCHOOL, "Asks", TODAY)
    )
    row = office.act(read_case, case).value.row
    assert (row.state, row.lead_agency, row.next_review) == (
        CaseState.ACTIVE, Agency.PSYCHIATRY, TODAY + timedelta(days=30),
    )  # fmt: skip
    office.act(close_meeting, meeting)
    later = MeetingDetails(datetime(2026, 12, 28, 9, 0))  # noqa: DTZ001 - local
    next_one = office.act(plan_meeting, group, uuid4(), later).value
    # What is due for review by then is on the agenda by itself.
    coming = office.ask(meeting_view, next_one, TODAY)
    assert coming is not None
    assert [one.case_id for one in coming.items] == [case]
    assert [one.id for one in coming.to_approve] == [meeting]
    office.act(approve_minutes, meeting, next_one)
    held = office.ask(meeting_view, meeting, TODAY)
    assert held is not None
    assert held.approved_by == LEAD
    assert _refused(office, save_minutes, meeting, held.row.version, "x") == IS_APPROVED


def test_expired_facts_disappear_and_are_deleted(office: Office, group: UUID) -> None:
    case = psp_case(office, group)
    psp_fact(office, case, expires_on=TODAY)
    psp_fact(office, case, text="Stays")
    later(office, timedelta(days=1))
    office.act(open_group, group)

    view = office.act(read_case, case).value
    assert ([fact.text for fact in view.facts], view.expired) == (["Stays"], 1)
    (row,) = office.act(read_group, group).value.expired
    assert (row.number, row.case_id, row.expires_on) == ("2026-001", case, TODAY)
    assert office.act(remove_expired, group).value == 1
    assert office.act(read_case, case).value.expired == 0


def test_a_closed_case_is_deleted_with_everything_but_who_looked(
    office: Office, group: UUID
) -> None:
    case = psp_case(office, group)
    psp_fact(office, case)
    psp_meeting(office, group)
    row = office.act(read_case, case).value.row
    assert "closed" in _refused(office, delete_case, case, row.version)
    ending = Following(CaseState.CLOSED)
    assert "ends" in _refused(office, follow_case, case, row.version, ending)
    office.act(follow_case, case, row.version, replace(ending, closing_reason="Moved away"))
    row = office.act(read_case, case).value.row

    office.act(delete_case, case, row.version)

    view = office.act(read_group, group).value
    assert view.cases == ()
    assert view.looks


def test_steering_figures_hide_single_people_and_what_would_tell_them(
    office: Office, group: UUID
) -> None:
    jens = psp_case(office, group)
    few = office.act(read_figures, 2026).value
    assert few.total is None
    assert all(table.is_left_out for table in (few.states, few.criteria, few.agencies))

    for number in range(11):
        first = (Criterion.VIOLENT,) if number < 5 else (Criterion.CRIME,)
        psp_case(office, group, criteria=first)
    found = office.act(read_figures, 2026).value
    assert found.total == 12
    counts = {row.code: row.count for row in found.criteria.rows}
    assert (counts["violent"], counts["crime"]) == (5, 6)
    # One person stands behind these two, and nobody behind all others: it is not told which.
    assert {counts[code] for code in counts.keys() - {"violent", "crime"}} == {None}
    looks = office.act(read_group, group).value.looks
    assert Looked.FIGURES in {row.what for row in looks}
    assert office.act(read_case, jens).value.row.number


def test_a_steering_group_counts_over_groups_that_it_does_not_read(
    office: Office, group: UUID
) -> None:
    for _number in range(6):
        psp_case(office, group)
    office.work_as(ADMINISTRATOR)
    member(office, "Stina Toft", Role.PSP_MEMBER)
    office.work_as("Stina Toft")
    assert _refused(office, read_figures, 2026) == NOT_OPEN
    psp_group(office, "Steering", kind="steering")

    assert office.act(read_figures, 2026).value.total == 6
    assert office.ask(group_view, group, TODAY) is None
    assert "single person" in _refused(
        office, raise_case, office.ask(start).groups[0].id, uuid4(), case_details(uuid4())
    )


def test_an_ssp_group_confers_by_its_own_rhythm_law_and_members(
    office: Office, group: UUID
) -> None:
    office.work_as(ADMINISTRATOR)
    member(office, "Stina Toft", Role.PSP_MEMBER)
    office.work_as("Stina Toft")
    ssp = psp_group(office, "SSP Skovlunde", kind="ssp")
    case = psp_case(office, ssp)
    psp_fact(office, case, basis="rpl115_1")
    meeting = psp_meeting(office, ssp)

    view = office.act(read_group, ssp).value
    assert view.next_day == TODAY + timedelta(days=91)
    assert office.ask(meeting_view, meeting, TODAY) is not None
    assert _refused(office, open_group, group) == NOT_A_MEMBER
    office.work_as(LEAD)
    assert _refused(office, open_group, ssp) == NOT_A_MEMBER
    assert office.ask(meeting_view, meeting, TODAY) is None


def test_tasks_of_agencies_stand_in_one_list_with_the_late_ones(
    office: Office, group: UUID
) -> None:
    case = psp_case(office, group)
    item = office.ask(meeting_view, psp_meeting(office, group), TODAY).items[0]  # type: ignore[union-attr]  # there
    for what, days in (("Rings first", 0), ("Writes", 20)):
        task = TaskDetails(Agency.POLICE, what, TODAY + timedelta(days=days))
        office.act(add_task, item.id, uuid4(), task)
    later(office, timedelta(days=1))
    office.act(open_group, group)

    tasks = office.act(read_group, group).value.tasks

    assert [(task.what, task.is_late, task.case_id) for task in tasks] == [
        ("Rings first", True, case), ("Writes", False, case),
    ]  # fmt: skip


def test_words_for_all_at_the_table_name_nobody(office: Office, group: UUID) -> None:
    psp_case(office, group)
    meeting = psp_meeting(office, group)
    view = office.ask(meeting_view, meeting, TODAY)
    assert view is not None
    (item,) = view.items
    decided = DecisionDetails("Mr Holm: opens to nobody", "Visit (Holm)")
    with pytest.raises(Refused) as refused:
        office.act(record_decision, item.id, item.version, decided)
    assert [problem.field for problem in refused.value.problems] == ["summary", "decision"]
    assert "2026-001" in say(refused.value.problems[0])
    assert "§ 115" in say(refused.value.problems[0])
    task = TaskDetails(Agency.POLICE, "Rings Jens Holm", TODAY)
    assert _refused(office, add_task, item.id, uuid4(), task) == NAMED
    assert _refused(office, save_minutes, meeting, view.row.version, "Holm is ill") == NAMED
    harmless = DecisionDetails("In Holmegade", "Jens is a common name")
    office.act(record_decision, item.id, item.version, harmless)


def test_a_meeting_is_moved_and_late_seats_sit_at_its_table(office: Office, group: UUID) -> None:
    planned = MeetingDetails(datetime(2026, 12, 1, 9, 0))  # noqa: DTZ001 - local
    meeting = office.act(plan_meeting, group, uuid4(), planned).value
    seat = SeatDetails("Skole Nord", Agency.SCHOOL, from_on=TODAY)
    office.act(add_seat, group, uuid4(), seat)
    view = office.ask(meeting_view, meeting, TODAY)
    assert view is not None
    moved = replace(planned, place="Library")
    office.act(move_meeting, meeting, view.row.version, moved)

    office.act(begin_meeting, meeting)

    begun = office.ask(meeting_view, meeting, TODAY)
    assert begun is not None
    assert begun.row.place == "Library"
    assert len(begun.presence) == len(view.presence) + 1
    assert {row.agency for row in begun.presence} >= {Agency.SCHOOL, Agency.POLICE}
