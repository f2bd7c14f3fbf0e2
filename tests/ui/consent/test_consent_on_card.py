"""Answers are kept, corrected, withdrawn and printed on the card; data are passed on from there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.access.rules import Role
from app.consent.queries import PersonConsent, consent_of_person
from app.consent.rules import Standing
from db.access import Member
from tests.factories.clients import add_client
from tests.factories.consent import consent_details, passing_on, record
from tests.ui.widgets.hands import bring_forward, click
from ui.consent.answer_form import AnswerForm
from ui.consent.answer_line import AnswerLine
from ui.consent.consent_cards import ConsentCards
from ui.consent.paper_view import PaperView
from ui.consent.passing_form import PassingForm
from ui.intake.person_tab import PersonTab

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Act, Office
    from ui.desk import Desk

TODAY = date(2026, 11, 23)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def erna(office: Office) -> UUID:
    """A person with a phone number."""
    return add_client(office, phone="0211 8998999")


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk, erna: UUID) -> PersonTab:
    """The tab of Erna, with the keyboard."""
    tab = PersonTab(desk, erna)
    tab.resize(760, 700)
    qtbot.addWidget(tab)
    bring_forward(qtbot, tab)
    tab.refresh()
    return tab


def settle(qtbot: QtBot, desk: Desk) -> None:
    """Wait until everything that was asked is answered."""
    answered: list[str] = []
    desk.run(str).then(answered.append)
    qtbot.waitUntil(lambda: bool(answered))


def known(office: Office, person_id: UUID) -> PersonConsent:
    return office.ask(consent_of_person, person_id, TODAY)


def answer_form(qtbot: QtBot, tab: PersonTab, desk: Desk) -> AnswerForm:
    qtbot.waitUntil(lambda: isinstance(tab.shown(), AnswerForm))
    settle(qtbot, desk)
    form = tab.form
    assert isinstance(form, AnswerForm)
    return form


def passing_form(qtbot: QtBot, tab: PersonTab, desk: Desk) -> PassingForm:
    qtbot.waitUntil(lambda: isinstance(tab.shown(), PassingForm))
    settle(qtbot, desk)
    form = tab.form
    assert isinstance(form, PassingForm)
    return form


def test_an_answer_is_kept_by_keyboard(
    qtbot: QtBot, office: Office, desk: Desk, erna: UUID, tab: PersonTab
) -> None:
    assert isinstance(tab.consent, ConsentCards)
    click(tab, "Record an answer")
    form = answer_form(qtbot, tab, desk)
    assert form.fields.field("institution_id").isHidden()
    form.content.inputs["purpose"].set_value("passing_on")
    assert not form.fields.field("institution_id").isHidden()
    form.content.recipient.words.set_value("Dr. Weber")
    qtbot.keyClick(form, "S", CONTROL)
    scope = form.fields.field("scope")
    qtbot.waitUntil(lambda: "plain words" in scope.problem())
    form.content.inputs["scope"].set_value("Phone")
    qtbot.keyClick(form, "S", CONTROL)
    qtbot.waitUntil(lambda: len(tab.consent.lines()) == 1)
    (row,) = known(office, erna).answers
    assert (row.told, row.standing, row.said_on) == ("Dr. Weber", Standing.GIVEN, TODAY)
    (line,) = tab.consent.findChildren(AnswerLine)
    assert line.status.text() == "Given on 23 Nov 2026"


def test_a_consent_is_withdrawn_with_undo(
    qtbot: QtBot, office: Office, erna: UUID, tab: PersonTab
) -> None:
    record(office, erna, consent_details())
    tab.refresh()
    qtbot.waitUntil(lambda: len(tab.consent.lines()) == 1)
    with qtbot.waitSignal(tab.said) as said:
        click(tab, "Withdraw: Keeping personal data")
    assert said.args is not None
    assert said.args[0] == "The consent is withdrawn: Keeping personal data."
    assert known(office, erna).answers[0].standing is Standing.WITHDRAWN
    said.args[1]()
    qtbot.waitUntil(lambda: known(office, erna).answers[0].standing is Standing.GIVEN)


def test_an_answer_is_corrected(
    qtbot: QtBot, office: Office, desk: Desk, erna: UUID, tab: PersonTab
) -> None:
    record(office, erna, consent_details())
    tab.refresh()
    qtbot.waitUntil(lambda: len(tab.consent.lines()) == 1)
    click(tab, "Correct: Keeping personal data")
    form = answer_form(qtbot, tab, desk)
    form.content.inputs["how"].set_value("phone")
    form.save()
    qtbot.waitUntil(lambda: known(office, erna).answers[0].how == "phone")


def test_older_answers_are_shown_when_they_are_wanted(
    qtbot: QtBot, office: Office, erna: UUID, tab: PersonTab
) -> None:
    record(office, erna, consent_details())
    record(office, erna, consent_details(state="refused", said_on=date(2026, 11, 1)))
    tab.refresh()
    qtbot.waitUntil(lambda: len(tab.consent.lines()) == 1)
    assert tab.consent.lines()[0].status.text() == "Refused on 1 Nov 2026"
    click(tab, "Show 1 older answer")
    qtbot.waitUntil(lambda: len(tab.consent.lines()) == 2)


def test_without_consent_the_form_says_what_is_missing_and_passes_nothing_on(
    qtbot: QtBot, office: Office, desk: Desk, erna: UUID, tab: PersonTab
) -> None:
    click(tab, "Pass data on")
    form = passing_form(qtbot, tab, desk)
    form.content.recipient.words.set_value("Dr. Weber")
    qtbot.waitUntil(form.content.lacks.isVisible)
    assert "Erna Krüger has not agreed" in form.content.lacks.accessibleName()
    form.content.inputs["purpose"].set_value("Home care")
    form.save()
    field = form.fields.field("institution_id")
    qtbot.waitUntil(lambda: "has not agreed" in field.problem())
    assert known(office, erna).disclosures == ()
    click(form.content.lacks, "Record an answer")
    answer_form(qtbot, tab, desk)


def test_an_override_asks_for_a_reason(
    qtbot: QtBot, office: Office, desk: Desk, erna: UUID, tab: PersonTab
) -> None:
    tab.do("pass_on")
    form = passing_form(qtbot, tab, desk)
    assert form.fields.field("is_override").isHidden()
    form.content.recipient.words.set_value("112")
    qtbot.waitUntil(form.content.lacks.isVisible)
    form.content.inputs["is_override"].set_value(True)
    form.content.inputs["purpose"].set_value("Emergency")
    form.content.inputs["override_reason"].set_value("Too short")
    form.save()
    field = form.fields.field("override_reason")
    qtbot.waitUntil(lambda: "at least 15" in field.problem())
    form.content.inputs["override_reason"].set_value("She lies on the floor and does not speak.")
    form.save()
    qtbot.waitUntil(lambda: isinstance(tab.shown(), PaperView))
    assert known(office, erna).disclosures[0].basis == "override"


def test_who_lacks_the_right_is_not_offered_to_override(
    qtbot: QtBot, office: Office, desk: Desk, tab: PersonTab
) -> None:
    office.act(_join_as_volunteer)
    tab.do("pass_on")
    form = passing_form(qtbot, tab, desk)
    form.content.recipient.words.set_value("112")
    qtbot.waitUntil(form.content.lacks.isVisible)
    assert form.fields.field("is_override").isHidden()


def _join_as_volunteer(act: Act) -> None:
    member = Member(name="Anna Beispiel", role=Role.VOLUNTEER, since=act.now)
    act.session.add(member)


def test_the_sheet_is_looked_at_first_and_then_passed_on(
    qtbot: QtBot, office: Office, desk: Desk, erna: UUID, tab: PersonTab
) -> None:
    record(office, erna, passing_on())
    tab.do("pass_on")
    form = passing_form(qtbot, tab, desk)
    form.content.recipient.words.set_value("Dr. Weber")
    qtbot.waitUntil(form.content.holds.isVisible)
    assert "agreed on 1 Oct 2026" in form.content.holds.text()
    form.content.inputs["purpose"].set_value("Home care")
    click(form, "Look at the sheet first")
    qtbot.waitUntil(lambda: isinstance(tab.shown(), PaperView))
    assert tab.paper.print_button.isHidden()
    assert known(office, erna).disclosures == ()
    click(tab.paper, "Back")
    assert tab.shown() is form
    form.save()
    qtbot.waitUntil(lambda: isinstance(tab.shown(), PaperView))
    assert not tab.paper.print_button.isHidden()
    assert [row.purpose for row in known(office, erna).disclosures] == ["Home care"]
    click(tab.paper, "Back")
    qtbot.waitUntil(lambda: tab.shown() is not tab.paper)


def test_the_form_to_sign_comes_in_each_language(qtbot: QtBot, desk: Desk, tab: PersonTab) -> None:
    click(tab.consent, "Print form to sign")
    qtbot.waitUntil(lambda: isinstance(tab.shown(), PaperView))
    english = tab.paper.pdf
    assert not tab.paper.languages.isHidden()
    tab.paper.languages.set_value("da")
    qtbot.waitUntil(lambda: tab.paper.pdf != english)
    click(tab.paper, "Back")
    qtbot.waitUntil(lambda: tab.shown() is not tab.paper)
    tab.do("new_consent")
    form = answer_form(qtbot, tab, desk)
    click(form, "Print form to sign")
    qtbot.waitUntil(lambda: isinstance(tab.shown(), PaperView))
    click(tab.paper, "Back")
    assert tab.shown() is form
