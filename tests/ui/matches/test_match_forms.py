"""Forms on the card of matching: kept apart, calls, who rings, notes, check-ins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.matches.queries import calls_to, kept_apart, match_events, match_row
from app.matches.rules import CallResult, EventKind, MatchStage
from tests.factories.clients import add_client
from tests.factories.letters import office_card
from tests.factories.matches import TODAY, active_volunteer, propose, step, wish
from tests.ui.widgets.hands import bring_forward
from ui.matches.apart_form import ApartForm
from ui.matches.call_form import CallerForm, CallForm
from ui.matches.match_note_form import MatchNoteForm
from ui.matches.matches_page import MatchesPage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def erna(office: Office) -> UUID:
    return wish(office, add_client(office))


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> MatchesPage:
    page = MatchesPage(desk)
    page.resize(1200, 700)
    qtbot.addWidget(page)
    bring_forward(qtbot, page)
    return page


def begin(qtbot: QtBot, page: MatchesPage, record: UUID, doing: str, kind: type[object]) -> None:
    page.show_place(Place("matches", record, doing))
    qtbot.waitUntil(lambda: isinstance(page.panel.form, kind))


def test_two_are_kept_apart_and_let_meet_again(
    qtbot: QtBot, office: Office, page: MatchesPage, erna: UUID
) -> None:
    anja = active_volunteer(office)
    begin(qtbot, page, erna, "apart", ApartForm)
    form = page.panel.form
    assert isinstance(form, ApartForm)
    form.save()
    qtbot.waitUntil(lambda: bool(form.content.field("other").problem()))
    form.content.inputs["other"].set_record(anja, "Anja Kurz")
    form.content.inputs["reason"].set_value("Streit")
    form.save()
    qtbot.waitUntil(page.panel.is_card_shown)
    (row,) = office.ask(kept_apart, anja)
    page.panel.card.apart.ended.emit(row)
    qtbot.waitUntil(lambda: office.ask(kept_apart, anja) == ())


def test_a_call_is_noted_by_whoever_rings(
    qtbot: QtBot, office: Office, page: MatchesPage, erna: UUID
) -> None:
    anja = active_volunteer(office)
    begin(qtbot, page, erna, "caller", CallerForm)
    rings = page.panel.form
    assert isinstance(rings, CallerForm)
    rings.content.inputs["visitor_id"].set_record(anja, "Anja Kurz")
    rings.save()
    qtbot.waitUntil(page.panel.is_card_shown)
    begin(qtbot, page, erna, "call", CallForm)
    form = page.panel.form
    assert isinstance(form, CallForm)
    assert form.content.inputs["visitor_id"].value() == anja
    form.save()
    qtbot.waitUntil(lambda: bool(form.content.field("result").problem()))
    form.content.inputs["result"].set_value(CallResult.REACHED.value)
    form.save()
    qtbot.waitUntil(page.panel.is_card_shown)
    (call,) = office.ask(calls_to, erna).rows
    assert (call.visitor_id, call.result) == (anja, CallResult.REACHED)
    page.panel.card.calls.removed.emit(call)
    qtbot.waitUntil(lambda: office.ask(calls_to, erna).rows == ())


def test_what_both_say_and_what_else_there_is_stands_in_the_history(
    qtbot: QtBot, office: Office, page: MatchesPage, erna: UUID
) -> None:
    match = propose(office, erna, active_volunteer(office))
    for stage in (MatchStage.INTRODUCED, MatchStage.TRIAL):
        step(office, match, stage)
    for doing, words in (("note", "Ruft vorher an."), ("asked_both", "Beide sind froh.")):
        begin(qtbot, page, match, doing, MatchNoteForm)
        form = page.panel.form
        assert isinstance(form, MatchNoteForm)
        form.content.inputs["note"].set_value(words)
        form.save()
        qtbot.waitUntil(page.panel.is_card_shown)
    told = {(one.what, one.note) for one in office.ask(match_events, erna)}
    assert {(EventKind.NOTE, "Ruft vorher an."), (EventKind.CHECK_IN, "Beide sind froh.")} <= told
    row = office.ask(match_row, match)
    assert row is not None
    assert row.check_in_on == TODAY


def test_the_card_to_ask_with_is_shown_and_left(
    qtbot: QtBot, office: Office, page: MatchesPage, erna: UUID
) -> None:
    office_card(office)
    page.show_place(Place("matches", erna))
    qtbot.waitUntil(lambda: page.panel.card.wish is not None)
    page.panel.card.candidates.acted.emit()
    qtbot.waitUntil(lambda: page.panel.currentWidget() is page.panel.paper)
    assert page.panel.paper.pdf.startswith(b"%PDF")
    page.panel.paper.left.emit()
    assert page.panel.is_card_shown()
