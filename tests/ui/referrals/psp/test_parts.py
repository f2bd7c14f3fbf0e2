"""The parts of the page: what each shows, and which wish it tells."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QLabel

from app.access.rules import Role
from app.referrals.psp.entering import break_psp_glass, open_group
from app.referrals.psp.queries import meeting_view, start
from app.referrals.psp.reading import read_case, read_group
from app.referrals.psp.rows import Start
from app.referrals.psp.rules import Agency, TaskDetails
from app.referrals.psp.rules.conference import NEEDS_LIST
from app.referrals.psp.tasks import add_task
from tests.factories.access import member
from tests.factories.psp import (
    ADMINISTRATOR,
    LEAD,
    TODAY,
    later,
    psp_case,
    psp_fact,
    psp_meeting,
    psp_office,
)
from tests.ui.all_texts import all_texts
from ui.referrals.psp.case_card import CaseCard, task_lines
from ui.referrals.psp.fact_card import FactCard
from ui.referrals.psp.figures_view import FiguresView
from ui.referrals.psp.group_button import GroupCard
from ui.referrals.psp.group_tables import cases_table, looks_table, meetings_table, seats_table
from ui.referrals.psp.group_view import GroupInside
from ui.referrals.psp.item_panel import ItemPanel
from ui.referrals.psp.meeting_view import Conference
from ui.referrals.psp.start_view import StartView
from ui.referrals.psp.table_side import TableSide
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from app.referrals.psp.rows import MeetingView
    from ui.desk import Desk


@pytest.fixture
def group(office: Office) -> UUID:
    """A group of Pia's."""
    return psp_office(office)


def _meeting(office: Office, group: UUID) -> MeetingView:
    view = office.ask(meeting_view, psp_meeting(office, group), TODAY)
    assert view is not None
    return view


def test_an_office_without_a_list_says_so_in_one_sentence(qtbot: QtBot) -> None:
    view = StartView()
    qtbot.addWidget(view)
    view.show_start(Start(needs_list=True, groups=()))

    empty = view.state.currentWidget()
    assert isinstance(empty, EmptyState)
    assert empty.words.text() == NEEDS_LIST
    assert view.new_button.isHidden()
    with qtbot.waitSignal(view.list_wanted):
        empty.acted.emit()


def test_a_closed_group_says_only_what_it_is_called(
    qtbot: QtBot, office: Office, group: UUID
) -> None:
    (row,) = office.ask(start).groups
    assert row.id == group
    card = GroupCard(row, "PSP group")
    qtbot.addWidget(card)
    told: list[object] = []
    card.opened.connect(told.append)

    card.open_button.click()

    assert told == [row]
    assert card.open_button.accessibleName() == "Open PSP Ballerup"


def test_a_fact_is_shown_with_its_ground(qtbot: QtBot, office: Office, group: UUID) -> None:
    case = psp_case(office, group)
    psp_fact(office, case)
    view = office.act(read_case, case).value
    card = FactCard(view.facts[0], view.bases)
    qtbot.addWidget(card)
    told: list[object] = []
    card.change_wanted.connect(told.append)
    card.removal_wanted.connect(told.append)

    card.change_button.click()
    card.remove_button.click()

    assert told == [view.facts[0]] * 2
    assert view.facts[0].text in card.change_button.accessibleName()


def test_the_tables_name_states_agencies_and_looks(
    qtbot: QtBot, office: Office, group: UUID
) -> None:
    psp_case(office, group)
    psp_meeting(office, group)
    view = office.act(read_group, group).value
    tables = (cases_table(), meetings_table(), seats_table(), looks_table())
    for table, rows in zip(
        tables, (view.cases, view.meetings, view.seats, view.looks), strict=True
    ):
        qtbot.addWidget(table)
        table.set_rows(rows)  # type: ignore[attr-defined]  # each has its own rows
    shown = [
        table.model().index(0, column).data()
        for table in tables
        for column in range(table.model().columnCount())
    ]
    assert {"2026-001", "Jens Holm", "On the agenda", "Being held", "Town hall"} <= set(shown)


def test_a_group_case_and_meeting_fill_their_places(
    qtbot: QtBot, office: Office, desk: Desk, group: UUID
) -> None:
    case = psp_case(office, group)
    psp_fact(office, case)
    meeting = psp_meeting(office, group)
    inside, card, conference = GroupInside(desk), CaseCard(desk), Conference(desk)
    for place in (inside, card, conference):
        qtbot.addWidget(place)
    inside.show_group(group)
    card.show_case(case)
    conference.show_meeting(meeting)
    qtbot.waitUntil(lambda: inside.view is not None and card.view is not None)
    qtbot.waitUntil(lambda: conference.view is not None)

    assert card.header.title.text() == "2026-001 · Jens Holm"
    assert conference.panel.item is not None
    for place in (inside, card, conference):
        place.forget()
    assert inside.cases.rows() == []
    assert conference.panel.item is None


def test_what_is_to_be_deleted_who_broke_in_and_tasks_stand_in_lists(
    qtbot: QtBot, office: Office, desk: Desk, group: UUID
) -> None:
    case = psp_case(office, group)
    psp_fact(office, case, text="Secret", expires_on=TODAY)
    item = _meeting(office, group).items[0]
    office.act(add_task, item.id, uuid4(), TaskDetails(Agency.POLICE, "Rings first", TODAY))
    office.work_as(ADMINISTRATOR)
    member(office, "Per Dahl", Role.PSP_MEMBER)
    office.work_as("Per Dahl")
    office.act(break_psp_glass, "PSP Ballerup", "The police rings, nobody else is here")
    office.work_as(LEAD)
    later(office, timedelta(days=1))
    office.act(open_group, group)
    inside = GroupInside(desk)
    qtbot.addWidget(inside)
    inside.show_group(group)
    qtbot.waitUntil(lambda: inside.view is not None)

    told = "\n".join(all_texts(inside))
    assert "To be deleted (1)" in told
    assert "Rings first" in told
    assert "Overdue" in told
    assert "The police rings" in told
    assert "Secret" not in told
    wanted: list[object] = []
    inside.case_wanted.connect(wanted.append)
    inside.expired.row_activated.emit(inside.expired.rows()[0])
    inside.tasks.row_activated.emit(inside.tasks.rows()[0])
    assert wanted == [case, case]
    inside.forget()
    assert "2026-001" not in "\n".join(all_texts(inside))


def test_papers_are_offered_for_those_at_the_table_alone(
    qtbot: QtBot, office: Office, group: UUID
) -> None:
    psp_case(office, group)
    side = TableSide()
    qtbot.addWidget(side)
    wanted: list[str] = []
    side.extract_wanted.connect(wanted.append)
    side.show_meeting(_meeting(office, group))

    assert set(side.extract_buttons) == {Agency.MUNICIPALITY, Agency.POLICE, Agency.PSYCHIATRY}
    side.extract_buttons[Agency.POLICE].click()
    assert wanted == [Agency.POLICE]


def test_what_is_typed_on_a_case_stays_when_the_meeting_is_read_again(
    qtbot: QtBot, office: Office, desk: Desk, group: UUID
) -> None:
    psp_case(office, group)
    (item,) = _meeting(office, group).items
    panel = ItemPanel(desk)
    qtbot.addWidget(panel)
    panel.show_item(item, may_write=True)
    panel.decision.set_value("Joint visit")
    panel.show_item(item, may_write=True)

    assert panel.is_dirty()
    assert panel.decision.value() == "Joint visit"
    assert task_lines(item) == []


def test_figures_hide_what_few_people_stand_behind_and_say_how(
    qtbot: QtBot, office: Office, desk: Desk, group: UUID
) -> None:
    psp_case(office, group)
    view = FiguresView(desk)
    qtbot.addWidget(view)
    view.refresh()
    qtbot.waitUntil(lambda: bool(view.note.text()))

    told = " ".join(label.text() for label in view.findChildren(QLabel))
    assert "Cases: withheld. Meetings: 0." in view.note.text()
    assert told.count("There are too few cases") == 3
    assert "withheld" in told
    view.forget()
    assert view.note.text() == ""


def test_minutes_that_name_somebody_stay_as_typed_beside_the_rule(
    qtbot: QtBot, office: Office, desk: Desk, group: UUID
) -> None:
    psp_case(office, group)
    meeting = psp_meeting(office, group)
    conference = Conference(desk)
    qtbot.addWidget(conference)
    conference.show_meeting(meeting)
    qtbot.waitUntil(lambda: conference.view is not None)
    side = conference.side
    side.general.set_value("Holm is away")
    side.keep_button.click()
    field = side.general_form.field("minutes")
    qtbot.waitUntil(lambda: "2026-001" in field.problem())
    assert side.general.value() == "Holm is away"

    side.general.set_value("All were there")
    side.keep_button.click()
    qtbot.waitUntil(lambda: bool(conference.view and conference.view.minutes == "All were there"))
    assert field.problem() == ""
