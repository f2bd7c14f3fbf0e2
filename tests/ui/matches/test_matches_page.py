"""Matching on screen: wishes are asked, a candidate proposed, steps taken and undone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.matches.queries import matches_of, wish_to_edit
from app.matches.rules import EndedBy, EndReason, MatchStage
from tests.factories.clients import add_client
from tests.factories.intake import put_on_waiting_list, take_request
from tests.factories.matches import TODAY, active_volunteer, propose, step, wish
from tests.ui.widgets.hands import bring_forward
from ui.matches.match_list import Which
from ui.matches.matches_page import MatchesPage
from ui.matches.matching_tab import MatchingTab
from ui.matches.step_form import StepForm
from ui.matches.wish_form import WishForm
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def erna(office: Office) -> UUID:
    """Somebody who waits since 10 November."""
    erna = add_client(office, given_name="Erna", family_name="Krüger")
    put_on_waiting_list(office, take_request(office, erna), date(2026, 11, 10))
    return erna


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> MatchesPage:
    page = MatchesPage(desk)
    page.resize(1200, 700)
    qtbot.addWidget(page)
    bring_forward(qtbot, page)
    return page


def show(qtbot: QtBot, page: MatchesPage, person: UUID) -> None:
    page.show_place(Place("matches", person))
    view = page.panel.card
    qtbot.waitUntil(lambda: view.wish is not None and view.wish.person_id == person)


def test_who_waits_is_asked_for_wishes_and_gets_candidates(
    qtbot: QtBot, office: Office, page: MatchesPage, erna: UUID
) -> None:
    active_volunteer(office)
    page.show_place(Place("matches", None, "waiting"))
    qtbot.waitUntil(lambda: [row.id for row in page.list.rows()] == [erna])
    page.list.table.choose_first()
    view = page.panel.card
    qtbot.waitUntil(lambda: view.wish is not None)
    assert view.candidates.isHidden()
    qtbot.keyClick(page, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: isinstance(page.panel.form, WishForm))
    form = page.panel.form
    assert isinstance(form, WishForm)
    form.content.inputs["wanted"].set_value("9")
    form.save()
    qtbot.waitUntil(lambda: bool(form.content.field("wanted").problem()))
    form.content.inputs["wanted"].set_value("2")
    form.content.inputs["interest"].set_value(("music",))
    form.save()
    qtbot.waitUntil(page.panel.is_card_shown)
    kept = office.ask(wish_to_edit, erna)
    assert kept is not None
    assert (kept.details.wanted, kept.details.traits) == (2, frozenset({("interest", "music")}))
    qtbot.waitUntil(lambda: not view.candidates.isHidden())


def test_a_candidate_is_proposed_and_the_proposal_undone(
    qtbot: QtBot, office: Office, page: MatchesPage, erna: UUID
) -> None:
    wish(office, erna)
    active_volunteer(office)
    show(qtbot, page, erna)
    said: list[object] = []
    page.said.connect(lambda _words, undo: said.append(undo))
    proposed: list[object] = []
    page.panel.card.candidates.proposed.connect(proposed.append)

    def has_button() -> bool:
        buttons = page.panel.card.candidates.findChildren(type(page.export_button))
        return any("Propose" in button.accessibleName() for button in buttons)

    qtbot.waitUntil(has_button)
    buttons = page.panel.card.candidates.findChildren(type(page.export_button))
    next(one for one in buttons if "Propose" in one.accessibleName()).click()
    qtbot.waitUntil(lambda: bool(said))
    assert [row.stage for row in office.ask(matches_of, erna)] == [MatchStage.PROPOSED]
    undo = said[0]
    assert callable(undo)
    undo()
    qtbot.waitUntil(lambda: office.ask(matches_of, erna) == ())


def test_a_match_is_ended_with_who_and_why(
    qtbot: QtBot, office: Office, page: MatchesPage, erna: UUID
) -> None:
    wish(office, erna)
    match = propose(office, erna, active_volunteer(office))
    step(office, match, MatchStage.INTRODUCED)
    page.show_place(Place("matches", None, Which.OPEN.value))
    qtbot.waitUntil(lambda: [row.id for row in page.list.rows()] == [match])
    page.list.table.choose_first()
    view = page.panel.card
    qtbot.waitUntil(lambda: view.wish is not None and view.wish.person_id == erna)
    (row,) = office.ask(matches_of, erna)
    view.matches.step_wanted.emit(row, MatchStage.ENDED)
    form = page.panel.form
    assert isinstance(form, StepForm)
    form.save()
    qtbot.waitUntil(lambda: bool(form.content.field("end_reason").problem()))
    form.content.inputs["ended_by"].set_value(EndedBy.PERSON.value)
    form.content.inputs["end_reason"].set_value(EndReason.CHEMISTRY.value)
    form.save()
    qtbot.waitUntil(page.panel.is_card_shown)
    (ended,) = office.ask(matches_of, erna)
    assert (ended.stage, ended.end_reason) == (MatchStage.ENDED, EndReason.CHEMISTRY)


def test_the_tab_notes_that_both_were_asked(
    qtbot: QtBot, office: Office, desk: Desk, erna: UUID
) -> None:
    match = propose(office, erna, active_volunteer(office))
    for stage in (MatchStage.INTRODUCED, MatchStage.TRIAL):
        step(office, match, stage)
    tab = MatchingTab(desk, erna)
    qtbot.addWidget(tab)
    bring_forward(qtbot, tab)
    tab.refresh()
    qtbot.waitUntil(lambda: tab.panel.card.wish is not None)
    (row,) = office.ask(matches_of, erna)
    tab.panel.card.matches.check_in_noted.emit(row)
    qtbot.waitUntil(lambda: office.ask(matches_of, erna)[0].check_in_on == TODAY)
    tab.do("wishes")
    qtbot.waitUntil(lambda: isinstance(tab.panel.form, WishForm))


def test_a_step_that_was_begun_is_gone_on_with(
    qtbot: QtBot, office: Office, page: MatchesPage, erna: UUID
) -> None:
    match = propose(office, erna, active_volunteer(office))
    page.show_place(Place("matches", match, "step"))
    qtbot.waitUntil(lambda: isinstance(page.panel.form, StepForm))
    form = page.panel.form
    assert isinstance(form, StepForm)
    assert form.content.inputs["stage"].value() == MatchStage.INTRODUCED
    assert form.person_id == erna
