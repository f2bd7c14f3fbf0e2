"""Brings about the screens of PSP groups, in an office of their own with a member in it."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from app.access.rules import Role
from app.demo.psp import add_demo_psp
from app.demo.rules import Country, DemoPlan
from app.office import Office
from app.referrals.psp.entering import open_group
from app.referrals.psp.papers import extract_paper
from app.referrals.psp.queries import start
from app.referrals.psp.rules import Agency
from app.referrals.register.queries import read_register
from db.session import open_engine
from db.tables import metadata
from resources.text import language
from tests.factories.access import member
from tests.factories.clients import add_client
from tests.factories.psp import TODAY, member_instead, office_of
from ui.desk import Desk
from ui.desk_contracts import Asked
from ui.referrals.psp.psp_page import PspPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.referrals.psp.rows import GroupView
    from tests.screenshots.stage import Stage
    from ui.desk import Pending

_WHO = "Pia Sand"
_NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
_made: dict[str, Desk] = {}
"""By country the desk at which the office is open, made once: a German one for German screens."""


class _Proof:
    """Asks for a passphrase, and takes any."""

    def asked(self) -> Asked:
        return Asked.PASSPHRASE

    def check(self, typed: str) -> None:
        del typed


def _office(file: Path) -> Office:
    """Make the office; on the desk's thread, as everything that is asked of it."""
    file.unlink(missing_ok=True)
    engine = open_engine(file, bytes(range(32)), create=True)
    metadata.create_all(engine)
    office = Office(engine, who=_WHO, clock=lambda: _NOON)
    country = _country()
    office_of(office, country)
    for given, family in (("Jens", "Holm"), ("Inge", "Birk"), ("Bo", "Lund")):
        add_client(office, given_name=given, family_name=family)
    office.act(add_demo_psp, DemoPlan(TODAY, country=country))
    member(office, _WHO, Role.ADMINISTRATOR)
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    member_instead(office, _WHO, Role.PSP_MEMBER)
    return office


def _country() -> Country:
    return Country.GERMANY if language() == "de" else Country.DENMARK


def _page(stage: Stage) -> PspPage:
    key = _country().value
    if key not in _made:
        desk = Desk()
        desk.proof = _Proof()
        beside = stage.house.doorkeeper.folder
        assert beside is not None
        desk.open(partial(_office, beside.parent / f"psp_{key}.db"))
        _made[key] = desk
    desk = _made[key]
    _settle(stage, desk)
    page = PspPage(desk)
    page.resize(stage.window.frame.pages.size())
    page.setProperty("kind", "window")
    page.show()
    page.refresh()
    _settle(stage, desk)
    return page


def _told(stage: Stage, desk: Desk, pending: Pending[Any]) -> Any:  # noqa: ANN401 - any answer
    found: list[Any] = []
    pending.then(found.append)
    _settle(stage, desk)
    return found[0]


def _settle(stage: Stage, desk: Desk) -> None:
    stage.settle(desk)


def _inside(stage: Stage) -> tuple[PspPage, GroupView]:
    page = _page(stage)
    (group,) = _told(stage, page.desk, page.desk.ask(start)).groups
    _told(stage, page.desk, page.desk.act(open_group, group.id))
    page.refresh()
    _settle(stage, page.desk)
    page.start.cards[0].open_button.click()
    _settle(stage, page.desk)
    view = page.inside.view
    assert view is not None
    return page, view


def _do(stage: Stage, page: PspPage, *steps: Callable[[], object]) -> QWidget:
    for step in steps:
        step()
        _settle(stage, page.desk)
    return page


def show_groups(stage: Stage) -> QWidget:
    """Show one's own groups, closed."""
    return _page(stage)


def enter_group(stage: Stage) -> QWidget:
    """Show the form that asks for the passphrase."""
    page = _page(stage)
    page.group = _told(stage, page.desk, page.desk.ask(start)).groups[0]
    return _do(stage, page, page._ask_who)


def show_group(stage: Stage) -> QWidget:
    """Show the cases of a group."""
    return _inside(stage)[0]


def show_expired(stage: Stage) -> QWidget:
    """Show the facts that are to be deleted."""
    page = _inside(stage)[0]
    return _do(stage, page, lambda: page.inside.tabs.setCurrentIndex(4))


def show_looks(stage: Stage) -> QWidget:
    """Show who looked, also who read in the register that an extract left."""
    page, view = _inside(stage)
    held = next(row for row in view.meetings if row.state == "held")
    desk = page.desk
    _told(stage, desk, desk.act(extract_paper, held.id, Agency.POLICE, language()))
    _told(stage, desk, desk.work(read_register))
    return _do(stage, page, page.refresh, lambda: page.inside.tabs.setCurrentIndex(5))


def show_group_figures(stage: Stage) -> QWidget:
    """Show the figures for the steering group."""
    page = _inside(stage)[0]
    return _do(stage, page, lambda: page.inside.tabs.setCurrentIndex(6))


def raise_person(stage: Stage) -> QWidget:
    """Show the form by which a person is brought up."""
    page = _inside(stage)[0]
    return _do(stage, page, page.inside.add_case.click)


def show_case(stage: Stage) -> QWidget:
    """Show a case with its facts."""
    page, view = _inside(stage)
    row = view.cases[0]
    return _do(stage, page, lambda: page.inside.case_wanted.emit(row.id))


def add_fact(stage: Stage) -> QWidget:
    """Show the form of a fact."""
    page = show_case(stage)
    assert isinstance(page, PspPage)
    return _do(stage, page, lambda: page.case.fact_form_wanted.emit(None))


def hold_meeting(stage: Stage) -> QWidget:
    """Show a meeting that was held, with what was agreed."""
    page, view = _inside(stage)
    held = next(row for row in view.meetings if row.state == "held")
    return _do(stage, page, lambda: page.inside.meeting_wanted.emit(held.id))


def show_extract(stage: Stage) -> QWidget:
    """Show the extract for the police."""
    page = hold_meeting(stage)
    assert isinstance(page, PspPage)
    return _do(stage, page, page.conference.side.extract_buttons[Agency.POLICE].click)
