"""The overview tells roles and ways to reach, copies numbers, and hides the CPR number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from PySide6.QtWidgets import QApplication

from app.admin.office_settings import KEEPS_CPR, save_office_setting
from app.clients.queries import client_card
from app.clients.rules import FurtherAddress, Reach, RoleSpan
from tests.factories.clients import add_client
from tests.factories.households import AT_HOME
from tests.ui.widgets.hands import click
from ui.clients.client_header import ClientHeader
from ui.clients.client_overview import ClientOverview

if TYPE_CHECKING:
    from datetime import date

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def overview(qtbot: QtBot, desk: Desk) -> ClientOverview:
    """An overview of nobody yet."""
    overview = ClientOverview(desk)
    qtbot.addWidget(overview)
    overview.show()
    return overview


def show(qtbot: QtBot, office: Office, overview: ClientOverview, client_id: UUID) -> None:
    card = office.ask(client_card, client_id)
    assert card is not None
    overview.show_card(card)
    qtbot.waitUntil(lambda: overview._pending is None)


def test_every_way_to_reach_somebody_is_told_and_copied(
    qtbot: QtBot, office: Office, overview: ClientOverview
) -> None:
    said: list[str] = []
    overview.said.connect(lambda words, _undo: said.append(words))
    reaches = (Reach(uuid4(), "phone", "Son", "0211 4710123", "evenings"),)
    client_id = add_client(office, phone="0211 8998999", reaches=reaches)
    show(qtbot, office, overview, client_id)
    assert [(line.label, line.value, line.note) for line in overview.reach.lines] == [
        ("Phone", "0211 8998999", ""), ("Son (Phone)", "0211 4710123", "evenings"),
    ]  # fmt: skip
    click(overview, "Copy 0211 4710123")
    assert QApplication.clipboard().text() == "0211 4710123"
    assert said == ["Copied: 0211 4710123"]


def test_the_ways_of_one_person_are_not_shown_for_the_next(
    qtbot: QtBot, office: Office, overview: ClientOverview
) -> None:
    stay = (FurtherAddress(uuid4(), "stay", city="Ratingen"),)
    show(qtbot, office, overview, add_client(office, addresses=stay, phone="0211 8998999"))
    assert "Stays here, such as a hospital" in overview.contact.facts()
    card = office.ask(client_card, add_client(office, **AT_HOME))
    assert card is not None
    overview.show_card(card)
    assert overview.reach.lines == ()
    assert list(overview.contact.facts()) == ["Address"]


def test_roles_are_told_with_their_days(
    qtbot: QtBot, office: Office, overview: ClientOverview, day: date
) -> None:
    roles = (RoleSpan("client"), RoleSpan("volunteer", day.replace(year=2024), day))
    show(qtbot, office, overview, add_client(office, roles=roles, responsible="Per Holm"))
    facts = overview.office.facts()
    assert facts["Roles"].splitlines()[0] == "Client"
    assert "Volunteer" in facts["Roles"]
    assert facts["Responsible"] == "Per Holm"


def test_a_cpr_number_is_masked_until_asked_for(
    qtbot: QtBot, office: Office, overview: ClientOverview
) -> None:
    office.act(save_office_setting, KEEPS_CPR, value=True)
    show(qtbot, office, overview, add_client(office, cpr="111111-1118"))
    assert overview.cpr.words.text() == "111111-••••"
    click(overview, "Show the CPR number")
    assert overview.cpr.words.text() == "111111-1118"
    show(qtbot, office, overview, add_client(office))
    assert overview.cpr.isHidden()


@pytest.fixture
def day(office: Office) -> date:
    """The day of the office."""
    return office.local_now.date()


def header_of(qtbot: QtBot, office: Office, **fields: Any) -> ClientHeader:  # noqa: ANN401 - any field
    header = ClientHeader()
    qtbot.addWidget(header)
    card = office.ask(client_card, add_client(office, **fields))
    assert card is not None
    header.show_card(card, office.local_now.date())
    return header


def test_the_status_is_told_at_once_with_icon_and_word(
    qtbot: QtBot, office: Office, day: date
) -> None:
    header = header_of(qtbot, office, status="deceased", status_from=day)
    assert header.status.text() == "Deceased since 23 Nov 2026"
    assert not header.status.isHidden()
    assert not header.plan_button.isEnabled()


def test_who_is_active_needs_no_word(qtbot: QtBot, office: Office) -> None:
    header = header_of(qtbot, office, languages=("tr",), levels=("native",))
    assert header.status.isHidden()
    assert header.plan_button.isEnabled()


def test_a_pause_names_its_days_and_lets_visits_be_planned(
    qtbot: QtBot, office: Office, day: date
) -> None:
    until = day.replace(day=30)
    header = header_of(
        qtbot, office, status="paused", status_from=day, status_until=until, status_note="clinic"
    )
    assert header.status.text().startswith("Pauses: ")
    assert header.status.text().endswith("clinic")
    assert header.plan_button.isEnabled()
