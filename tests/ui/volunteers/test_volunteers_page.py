"""Volunteers are listed, their files kept and their proofs noted on screen, also by keyboard."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.exchange.views.rules import View
from app.volunteers.queries import VolunteerList, volunteer_card, volunteer_to_edit
from app.volunteers.rules import Stretch
from tests.factories.clients import add_client
from tests.factories.volunteers import add_volunteer, approve, prove
from tests.ui.widgets.hands import bring_forward
from ui.volunteers.proof_form import ProofForm
from ui.volunteers.volunteer_form import VolunteerForm
from ui.volunteers.volunteer_tab import VolunteerTab
from ui.volunteers.volunteers_page import VolunteersPage
from ui.volunteers.week_grid import WeekGrid
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

CONTROL = Qt.KeyboardModifier.ControlModifier
TODAY = date(2026, 11, 23)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> VolunteersPage:
    page = VolunteersPage(desk)
    page.resize(1200, 700)
    qtbot.addWidget(page)
    bring_forward(qtbot, page)
    return page


def show(qtbot: QtBot, page: VolunteersPage, person: UUID) -> None:
    page.show_place(Place("volunteers", person))
    view = page.panel.card
    qtbot.waitUntil(lambda: view.card is not None and view.card.person_id == person)


def test_the_list_says_first_what_is_due_first(
    qtbot: QtBot, office: Office, page: VolunteersPage
) -> None:
    late = add_volunteer(office, "Anja Kurz", insured_until=date(2026, 12, 1))
    for code in ("interview", "confidentiality", "training"):
        prove(office, late, code)
    approve(office, add_volunteer(office, "Bea Lang"))
    soon = approve(office, add_volunteer(office, "Cem Öz", insured_until=date(2026, 11, 30)))
    page.show_place(Place("volunteers", None, "to_do"))
    qtbot.waitUntil(lambda: len(page.list.rows()) == 2)
    assert [row.id for row in page.list.rows()] == [late, soon]
    page.list.show_list(VolunteerList.NOW)
    qtbot.waitUntil(lambda: len(page.list.rows()) == 3)


def test_a_view_narrows_the_list_down(qtbot: QtBot, office: Office, page: VolunteersPage) -> None:
    approve(office, add_volunteer(office, "Anja Kurz"))
    add_volunteer(office, "Bea Lang")
    view = View(filters=(("stage", "active"), ("area", "Garath"), ("language", "tr")))
    page.list.take_filters(view)
    assert dict(page.list.as_filters()) == {"list": "now", **dict(view.filters)}
    page.list.take_filters(View(filters=(("stage", "active"),)))
    page.list.refresh()
    qtbot.waitUntil(lambda: [row.name for row in page.list.rows()] == ["Anja Kurz"])


def test_a_new_volunteer_is_somebody_who_has_a_card(
    qtbot: QtBot, office: Office, page: VolunteersPage
) -> None:
    person = add_client(office, given_name="Anja", family_name="Kurz")
    qtbot.keyClick(page, "N", CONTROL)
    qtbot.waitUntil(lambda: isinstance(page.panel.form, VolunteerForm))
    form = page.panel.form
    assert isinstance(form, VolunteerForm)
    qtbot.keyClick(form, "S", CONTROL)
    qtbot.waitUntil(lambda: bool(form.content.field("person_id").problem()))
    assert form.content.picker is not None
    form.content.picker.set_record(person, "Anja Kurz")
    form.content.inputs["applied_on"].set_value(date(2026, 11, 2))
    form.content.inputs["interest"].set_value(("music", "walking"))
    form.save()
    qtbot.waitUntil(page.panel.is_card_shown)
    editing = office.ask(volunteer_to_edit, person)
    assert editing is not None
    assert editing.details.traits == {("interest", "music"), ("interest", "walking")}


def test_a_file_is_changed_and_shown_again_as_it_was(
    qtbot: QtBot, office: Office, page: VolunteersPage
) -> None:
    hours = (Stretch(1, 390, 420), Stretch(3, 600, 720))
    person = add_volunteer(office, hours=hours, community="Eritrea", reach_km=4)
    show(qtbot, page, person)
    qtbot.keyClick(page, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: isinstance(page.panel.form, VolunteerForm))
    form = page.panel.form
    assert isinstance(form, VolunteerForm)
    before = office.ask(volunteer_to_edit, person)
    assert before is not None
    assert form.content.value() == before.details
    form.content.inputs["max_people"].set_value("3")
    form.save()
    qtbot.waitUntil(page.panel.is_card_shown)
    after = office.ask(volunteer_to_edit, person)
    assert after is not None
    assert (after.details.max_people, after.details.hours) == (3, hours)


def test_a_certificate_is_noted_and_its_deletion_undone(
    qtbot: QtBot, office: Office, page: VolunteersPage
) -> None:
    person = add_volunteer(office)
    show(qtbot, page, person)
    page.panel.card.required.proof_wanted.emit("certificate")
    qtbot.waitUntil(lambda: isinstance(page.panel.form, ProofForm))
    form = page.panel.form
    assert isinstance(form, ProofForm)
    form.content.inputs["issued_on"].set_value(date(2026, 6, 1))
    form.content.inputs["has_excluding_entry"].set_value(False)
    form.save()
    qtbot.waitUntil(lambda: bool(form.content.field("issued_on").problem()))
    form.content.inputs["issued_on"].set_value(date(2026, 11, 1))
    form.save()
    qtbot.waitUntil(page.panel.is_card_shown)
    card = office.ask(volunteer_card, person, TODAY)
    assert card is not None
    (proof,) = card.proofs
    said: list[object] = []
    page.said.connect(lambda _words, undo: said.append(undo))
    page.panel.card.required.removal_wanted.emit(proof)
    qtbot.waitUntil(lambda: bool(said))
    undo = said[0]
    assert callable(undo)
    undo()

    def is_back() -> bool:
        known = office.ask(volunteer_card, person, TODAY)
        return known is not None and [one._replace(version=0) for one in known.proofs] == [
            proof._replace(version=0)
        ]

    qtbot.waitUntil(is_back)


def test_the_list_leaves_the_office_with_every_column(
    qtbot: QtBot, office: Office, page: VolunteersPage
) -> None:
    add_volunteer(office)
    offers: list[object] = []
    page.export_asked.disconnect()
    page.export_asked.connect(offers.append)
    page.show_place(Place("volunteers", None, "export"))
    qtbot.waitUntil(lambda: bool(offers))
    assert getattr(offers[0], "count", 0) == 1


def test_a_person_without_a_file_can_begin_one_on_the_card(
    qtbot: QtBot, office: Office, desk: Desk
) -> None:
    tab = VolunteerTab(desk, add_client(office))
    qtbot.addWidget(tab)
    bring_forward(qtbot, tab)
    tab.refresh()
    qtbot.waitUntil(lambda: tab.panel.card.card is not None)
    tab.panel.card.edit_wanted.emit(tab.panel.card.record_id)
    qtbot.waitUntil(lambda: isinstance(tab.panel.form, VolunteerForm))
    tab.refresh()
    assert tab.panel.form is not None


def test_hours_are_marked_with_arrows_and_space(qtbot: QtBot) -> None:
    grid = WeekGrid()
    qtbot.addWidget(grid)
    bring_forward(qtbot, grid)
    grid.set_value((Stretch(2, 0, 60),))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space):
        qtbot.keyClick(grid, key)
    assert grid.value() == (Stretch(2, 0, 60), Stretch(2, 540, 600))
    qtbot.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(grid, Qt.Key.Key_Space)
    assert grid.value() == (Stretch(2, 0, 60), Stretch(2, 540, 660))
    kept = grid.text_value()
    qtbot.keyClick(grid, Qt.Key.Key_Space)
    assert grid.value() == (Stretch(2, 0, 60),)
    grid.restore_text(kept)
    grid.restore_text("no draft")
    assert grid.value() == (Stretch(2, 0, 60), Stretch(2, 540, 660))
