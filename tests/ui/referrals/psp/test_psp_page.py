"""A conference by keyboard: raise, agenda, hold, decide, papers; and nothing for anyone else."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.access.rules import Role
from app.errors import Problem, Refused
from app.referrals.psp.queries import group_view, meeting_view
from app.referrals.psp.rules import Agency, Criterion
from tests.factories.access import member
from tests.factories.clients import add_client
from tests.factories.psp import ADMINISTRATOR, LEAD, TODAY, psp_case, psp_fact, psp_office
from tests.ui.widgets.hands import bring_forward
from ui.desk_contracts import Asked
from ui.referrals.parts import PARTS
from ui.referrals.psp.case_form import CaseForm
from ui.referrals.psp.enter_form import EnterForm
from ui.referrals.psp.fact_form import FactForm
from ui.referrals.psp.paper_view import PspPaperView
from ui.referrals.psp.psp_page import PspPage
from ui.referrals.psp.small_forms import MeetingForm
from ui.referrals.referrals_page import ReferralsPage

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


class _Proof:
    """Knows one passphrase."""

    def asked(self) -> Asked:
        return Asked.PASSPHRASE

    def check(self, typed: str) -> None:
        if typed != "four plain words":
            raise Refused(Problem("This passphrase does not open the office.", "typed"))


@pytest.fixture
def group(office: Office) -> UUID:
    """A group of Pia's."""
    return psp_office(office)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> PspPage:
    desk.proof = _Proof()
    page = PspPage(desk)
    page.resize(1200, 760)
    qtbot.addWidget(page)
    bring_forward(qtbot, page)
    return page


def _forget_looks(office: Office) -> None:
    """Let the group be closed, as after a while without work."""
    with office._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE psp_look SET until = at")


def _key(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    if modifier is None:
        qtbot.keyClick(target, key)
    else:
        qtbot.keyClick(target, key, modifier)


def _type(qtbot: QtBot, words: str) -> None:
    target = QApplication.focusWidget()
    assert isinstance(target, QWidget)
    qtbot.keyClicks(target, words)


def _has_extract(page: PspPage, agency: str) -> bool:
    return agency in page.conference.side.extract_buttons


def _enter(qtbot: QtBot, page: PspPage) -> None:
    """Open the only group by its passphrase."""
    page.refresh()
    qtbot.waitUntil(lambda: len(page.start.cards) == 1)
    page.start.cards[0].open_button.setFocus()
    _key(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(page.shown, EnterForm) or page.shown is page.inside)


def test_the_passphrase_is_asked_before_a_group_opens(
    qtbot: QtBot, office: Office, group: UUID, page: PspPage
) -> None:
    case = psp_case(office, group)
    _forget_looks(office)
    _enter(qtbot, page)
    form = page.shown
    assert isinstance(form, EnterForm)
    assert page.inside.cases.rows() == []

    _type(qtbot, "wrong")
    _key(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(form.fields.field("typed").problem()))
    form.typed.set_value("four plain words")
    _key(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [row.id for row in page.inside.cases.rows()] == [case])


def _raise_jens(qtbot: QtBot, page: PspPage) -> None:
    _key(qtbot, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(page.shown, CaseForm))
    form = page.shown
    assert isinstance(form, CaseForm)
    _type(qtbot, "Jens")
    picker = form.content.person
    qtbot.waitUntil(lambda: picker.popup().isVisible() and len(picker.hits.hits) == 1)
    qtbot.keyClick(picker.popup(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: form.content.person.value() is not None)
    form.content.criteria.setFocus()
    _key(qtbot, Qt.Key.Key_Space)
    form.content.means.setFocus()
    _type(qtbot, "He opens to nobody")
    form.content.tried.setFocus()
    _type(qtbot, "Three visits")
    form.content.informed.setFocus()
    _key(qtbot, Qt.Key.Key_Space)
    form.content.consent_reason.setFocus()
    _type(qtbot, "He was not at home")
    _key(qtbot, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.case.view is not None)
    view = page.case.view
    assert view is not None
    assert (view.row.name, view.criteria) == ("Jens Holm", (Criterion.THREATENING,))


def _add_a_fact(qtbot: QtBot, page: PspPage) -> None:
    _key(qtbot, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(page.shown, FactForm))
    fact = page.shown
    assert isinstance(fact, FactForm)
    _type(qtbot, "His post is not collected")
    fact.content.recipients.setFocus()
    for _step in range(2):
        _key(qtbot, Qt.Key.Key_Right)
        _key(qtbot, Qt.Key.Key_Space)
    fact.content.necessity.setFocus()
    _type(qtbot, "Whoever visits must know")
    fact.content.basis.setFocus()
    _key(qtbot, Qt.Key.Key_Down)
    fact.content.confirmed.setFocus()
    _key(qtbot, Qt.Key.Key_Space)
    _key(qtbot, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.shown is page.case)
    qtbot.waitUntil(lambda: bool(page.case.view and page.case.view.facts))


def _begin_a_meeting(qtbot: QtBot, page: PspPage) -> None:
    assert page.step_back()  # the window's Alt+Left
    qtbot.waitUntil(lambda: page.shown is page.inside)
    page.inside.tabs.setCurrentIndex(1)
    page.inside.add_meeting.setFocus()
    _key(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(page.shown, MeetingForm))
    meeting_form = page.shown
    assert isinstance(meeting_form, MeetingForm)
    meeting_form.time.setFocus()
    _type(qtbot, "9:00")
    _key(qtbot, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.conference.view is not None)
    conference = page.conference
    conference.begin_button.setFocus()
    _key(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(conference.end_button.isVisible)
    presence = conference.side.presence
    assert presence is not None
    presence.setFocus()
    seats = [row.agency for row in conference.view.presence] if conference.view else []
    for agency in seats:
        if agency != Agency.PROBATION:
            _key(qtbot, Qt.Key.Key_Space)
        _key(qtbot, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: len(conference.side.extract_buttons) == 3)


def _decide(qtbot: QtBot, page: PspPage) -> None:
    conference = page.conference
    conference.panel.decision.setFocus()
    _type(qtbot, "Joint visit")
    _key(qtbot, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(
        lambda: bool(conference.panel.item and conference.panel.item.decision == "Joint visit")
    )


def _make_extracts(qtbot: QtBot, page: PspPage) -> None:
    conference = page.conference
    for agency in (Agency.MUNICIPALITY, Agency.POLICE, Agency.PSYCHIATRY):
        qtbot.waitUntil(partial(_has_extract, page, agency))
        conference.side.extract_buttons[agency].setFocus()
        _key(qtbot, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: isinstance(page.shown, PspPaperView))
        assert page.step_back()
        qtbot.waitUntil(lambda: page.shown is conference)


def test_a_conference_is_held_by_keyboard(
    qtbot: QtBot, office: Office, group: UUID, page: PspPage
) -> None:
    add_client(office, given_name="Jens", family_name="Holm")
    _enter(qtbot, page)
    qtbot.waitUntil(lambda: page.inside.view is not None)
    _raise_jens(qtbot, page)
    _add_a_fact(qtbot, page)
    _begin_a_meeting(qtbot, page)
    _decide(qtbot, page)
    _make_extracts(qtbot, page)

    shown = page.conference.view
    assert shown is not None
    view_now = office.ask(meeting_view, shown.row.id, TODAY)
    assert view_now is not None
    assert {(paper.agency, paper.facts) for paper in view_now.papers} == {
        (Agency.MUNICIPALITY, 0), (Agency.POLICE, 1), (Agency.PSYCHIATRY, 1),
    }  # fmt: skip
    assert office.ask(group_view, group, TODAY) is not None


def test_what_is_typed_outlives_a_group_that_closed(
    qtbot: QtBot, office: Office, group: UUID, page: PspPage
) -> None:
    case = psp_case(office, group)
    _enter(qtbot, page)
    qtbot.waitUntil(lambda: bool(page.inside.cases.rows()))
    page._on_case_wanted(case)
    qtbot.waitUntil(lambda: page.case.view is not None)
    page._on_following()
    form = page.shown
    assert not isinstance(form, EnterForm)
    _forget_looks(office)
    form.save()  # type: ignore[attr-defined]  # a form

    qtbot.waitUntil(lambda: isinstance(page.shown, EnterForm))
    entering = page.shown
    assert isinstance(entering, EnterForm)
    entering.typed.set_value("four plain words")
    entering.save()
    qtbot.waitUntil(lambda: page.shown is form)


def test_a_paper_does_not_stay_on_the_screen_of_a_closed_group(
    qtbot: QtBot, office: Office, group: UUID, page: PspPage
) -> None:
    case = psp_case(office, group)
    _enter(qtbot, page)
    qtbot.waitUntil(lambda: bool(page.inside.cases.rows()))
    page._on_case_wanted(case)
    qtbot.waitUntil(lambda: page.case.view is not None)
    page.case.paper_button.click()
    qtbot.waitUntil(lambda: isinstance(page.shown, PspPaperView))
    page.refresh()
    _forget_looks(office)
    page.refresh()

    qtbot.waitUntil(lambda: isinstance(page.shown, EnterForm))
    page.shown.leave()  # type: ignore[attr-defined]  # a form
    assert page.shown is page.start
    assert page.case.view is None


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.ADMINISTRATOR, Role.VOLUNTEER])
def test_for_others_there_is_no_tab(
    qtbot: QtBot, office: Office, desk: Desk, group: UUID, role: Role
) -> None:
    psp_fact(office, psp_case(office, group))
    office.work_as(ADMINISTRATOR)
    member(office, "Zoe Amt", role)
    psp = [part for part in PARTS if part.word == "psp"]
    page = ReferralsPage(desk, [PARTS[0], *psp])
    qtbot.addWidget(page)
    for who, words in ((LEAD, ("enquiries", "psp")), ("Zoe Amt", ("enquiries",))):
        office.work_as(who)
        page.refresh()
        qtbot.waitUntil(partial(_shows, page, words))


def _shows(page: ReferralsPage, words: tuple[str, ...]) -> bool:
    return page.words() == words
