"""Preventive visits on screen: who is due, answered by keys, undone; letters, rules, figures."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.preventive.queries import DueList, office_rules, preventive_file
from app.preventive.rules import OfferState, PeriodKind
from tests.factories.preventive import TODAY, answered, born, danish, due
from tests.ui.widgets.hands import bring_forward
from ui import formats
from ui.preventive import due_list
from ui.preventive.accept_form import AcceptForm
from ui.preventive.answer_form import AnswerForm
from ui.preventive.preventive_page import PreventivePage
from ui.preventive.span_form import SpanForm
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def inge(office: Office) -> UUID:
    """Somebody of 86 in a Danish office, due on 10 December."""
    danish(office)
    return born(office, "10.12.1940")


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> PreventivePage:
    page = PreventivePage(desk)
    page.resize(1200, 700)
    qtbot.addWidget(page)
    bring_forward(qtbot, page)
    return page


def _listed(qtbot: QtBot, page: PreventivePage, count: int = 1) -> None:
    page.show_place(Place("preventive"))
    qtbot.waitUntil(lambda: len(page.list.rows()) == count)
    page.list.table.setFocus()
    page.list.table.choose_first()


def _state(office: Office) -> OfferState:
    (row,) = due(office)
    return row.state


def test_the_list_holds_what_is_looked_at_and_letters_go_to_everybody(
    qtbot: QtBot, office: Office, inge: UUID, page: PreventivePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(due_list, "PAGE", 2)
    for day in range(11, 17):
        born(office, f"{day}.12.1940", given_name=f"Bo {day}")
    page.list._most = 2
    _listed(qtbot, page, 2)
    assert page.list.count.text() == "7 visits"
    page.list._on_scrolled(page.list.table.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: len(page.list.rows()) == 4)
    page.letters_button.click()
    qtbot.waitUntil(lambda: page.writer is not None)
    assert page.writer is not None
    assert len(page.writer._occasions) == 7
    page.writer.leave()
    header = page.list.table.horizontalHeader()
    header.sectionClicked.emit(0)
    qtbot.waitUntil(lambda: len(page.list.rows()) == 7)


def test_all_that_are_counted_are_marked_and_answered(
    qtbot: QtBot, office: Office, inge: UUID, page: PreventivePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(due_list, "PAGE", 2)
    for day in range(11, 16):
        born(office, f"{day}.12.1940", given_name=f"Bo {day}")
    page.list._most = 2
    _listed(qtbot, page, 2)
    # The key comes before the others are read, and is meant for them all the same.
    qtbot.keyClick(page.list.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    marked: list[tuple[int, str]] = []
    page.list.answer_wanted.connect(
        lambda _state: marked.append((len(page.list.marked()), page.list.count.text()))
    )
    qtbot.keyClick(page.list.table, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: page.list.rows() == [])
    assert marked == [(6, "6 visits, 6 of them marked")]
    assert [row.state for row in due(office)] == [OfferState.DECLINED] * 6


def test_keys_record_answers_and_the_toast_takes_them_back(
    qtbot: QtBot, office: Office, inge: UUID, page: PreventivePage
) -> None:
    born(office, "11.12.1940", given_name="Bo")
    _listed(qtbot, page, 2)
    qtbot.keyClick(page.list.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    said: list[tuple[str, object]] = []
    page.said.connect(lambda words, undo: said.append((words, undo)))
    qtbot.keyClick(page.list.table, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: page.list.rows() == [])
    assert {row.state for row in due(office)} == {OfferState.DECLINED}

    (words, undo) = said[0]
    assert words == "2 answers are recorded."
    undo()  # type: ignore[operator] # what the toast calls
    qtbot.waitUntil(lambda: len(page.list.rows()) == 2)
    assert {row.version for row in due(office)} == {0}
    assert inge in {row.person_id for row in due(office)}


def test_the_card_says_what_is_due_by_which_law_and_since_when(
    qtbot: QtBot, page: PreventivePage, inge: UUID
) -> None:
    page.show_place(Place("preventive", inge))
    card = page.panel.card
    qtbot.waitUntil(lambda: card.file is not None)
    told = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "Yearly visit from 82" in told
    assert "§ 79 a, stk. 1" in told
    assert f"valid since {formats.show_day(date(2019, 7, 1))}" in told


def test_accepting_plans_the_visit_at_once(
    qtbot: QtBot, office: Office, inge: UUID, page: PreventivePage
) -> None:
    _listed(qtbot, page)
    qtbot.keyClick(page.list.table, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: isinstance(page.panel.form, AcceptForm))
    form = page.panel.form
    assert isinstance(form, AcceptForm)
    form.content.visitor.set_value("Anna Beispiel")
    form.content.day.set_value(date(2026, 12, 10))
    form.content.times.set_times(time(10), time(11))
    form.save()
    qtbot.waitUntil(lambda: _state(office) is OfferState.ACCEPTED)
    known = office.ask(preventive_file, inge, TODAY)
    assert known is not None
    assert known.offers[0].visit_id is not None


def test_a_later_day_and_an_exemption_are_asked_for(
    qtbot: QtBot, office: Office, inge: UUID, page: PreventivePage
) -> None:
    _listed(qtbot, page)
    qtbot.keyClick(page.list.table, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: isinstance(page.panel.form, AnswerForm))
    form = page.panel.form
    assert isinstance(form, AnswerForm)
    form.content.inputs["again_on"].set_value(date(2026, 12, 20))
    form.save()
    qtbot.waitUntil(lambda: _state(office) is OfferState.MOVED)

    page.panel.add_span(inge, is_exemption=True)
    qtbot.waitUntil(lambda: isinstance(page.panel.form, SpanForm))
    exemption = page.panel.form
    assert isinstance(exemption, SpanForm)
    exemption.save()
    qtbot.waitUntil(lambda: bool(_exemptions(office, inge)))


def _exemptions(office: Office, person: UUID) -> tuple[object, ...]:
    known = office.ask(preventive_file, person, TODAY)
    return known.exemptions if known is not None else ()


def test_letters_go_to_those_listed_and_make_their_visits_offered(
    qtbot: QtBot, office: Office, inge: UUID, page: PreventivePage, tmp_path: Path
) -> None:
    _listed(qtbot, page)
    page.letters_button.click()
    qtbot.waitUntil(lambda: page.writer is not None)
    writer = page.writer
    assert writer is not None
    qtbot.waitUntil(writer.write_button.isEnabled)
    assert writer.fields.typed.texts()["answer_day"]
    places: list[Place] = []
    page.place_wanted.connect(places.append)
    writer.write_into(tmp_path)
    qtbot.waitUntil(lambda: bool(places), timeout=20_000)
    assert (places[0].page, places[0].doing) == ("letters", "run")
    assert _state(office) is OfferState.OFFERED
    known = office.ask(preventive_file, inge, TODAY)
    assert known is not None
    assert known.offers[0].letter_id is not None


def test_who_did_not_answer_for_long_is_reminded(
    qtbot: QtBot, office: Office, inge: UUID, page: PreventivePage
) -> None:
    answered(office, inge, date(2026, 12, 10), OfferState.OFFERED, on=date(2026, 11, 1))
    page.show_place(Place("preventive", None, DueList.TO_REMIND))
    qtbot.waitUntil(lambda: len(page.list.rows()) == 1)
    page.letters_button.click()
    qtbot.waitUntil(lambda: page.writer is not None)
    writer = page.writer
    assert writer is not None
    qtbot.waitUntil(writer.write_button.isEnabled)
    assert writer.fields.template.value() == "preventive_visit_reminder"
    writer.leave()
    assert page.writer is None


def test_a_rule_is_switched_off_and_an_own_one_added(
    qtbot: QtBot, office: Office, inge: UUID, page: PreventivePage
) -> None:
    del inge
    page.show_place(Place("preventive", None, "rule"))
    form = page.rules.form
    assert form is not None
    form.content.inputs["title"].set_value("Visit at 77")
    form.content.inputs["least_age"].set_number(77)
    form.save()
    qtbot.waitUntil(lambda: any(rule.is_own for rule in office.ask(office_rules)))
    (own,) = (rule for rule in office.ask(office_rules) if rule.is_own)
    assert (own.title, own.least_age, own.most_age) == ("Visit at 77", 77, 77)
    qtbot.waitUntil(lambda: page.rules.form is None)


def test_figures_are_counted_for_the_year(
    qtbot: QtBot, office: Office, inge: UUID, page: PreventivePage
) -> None:
    answered(office, inge, date(2026, 12, 10), OfferState.DECLINED)
    page.show_place(Place("preventive", None, "figures"))
    qtbot.waitUntil(lambda: len(page.figures.table.rows()) == 2)
    assert page.figures.period.kind.value() is PeriodKind.YEAR
    (rule, total) = page.figures.table.rows()
    assert (rule.declined, total.declined, total.all) == (1, 1, 1)
