"""Brings about the screens of PSP groups, in a Danish office of their own with a member in it."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.access.rules import Role
from app.demo.psp import add_demo_psp
from app.demo.rules import Country, DemoPlan
from app.office import Office
from app.referrals.psp.entering import open_group
from app.referrals.psp.queries import start
from app.referrals.psp.reading import read_group
from app.referrals.psp.rules import Agency
from db.session import open_engine
from db.tables import metadata
from tests.factories.access import member
from tests.factories.clients import add_client
from tests.factories.psp import TODAY, member_instead, office_of
from ui.desk import Asked, Desk
from ui.referrals.psp.psp_page import PspPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from tests.screenshots.stage import Stage

_WHO = "Pia Sand"
_NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
_made: dict[str, tuple[Desk, Office, Path]] = {}
"""The office, made once, and the desk at which it is open."""


class _Proof:
    """Asks for a passphrase, and takes any."""

    def asked(self) -> Asked:
        return Asked.PASSPHRASE

    def check(self, typed: str) -> None:
        del typed


def _desk(stage: Stage) -> tuple[Desk, Office]:
    if "psp" not in _made:
        folder = Path(tempfile.mkdtemp(prefix="nahbar-psp-"))
        engine = open_engine(folder / "office.db", bytes(range(32)), create=True)
        metadata.create_all(engine)
        office = Office(engine, who=_WHO, clock=lambda: _NOON)
        office_of(office, "DK")
        for given, family in (("Jens", "Holm"), ("Inge", "Birk"), ("Bo", "Lund")):
            add_client(office, given_name=given, family_name=family)
        office.act(add_demo_psp, DemoPlan(TODAY, country=Country.DENMARK))
        member(office, _WHO, Role.ADMINISTRATOR)
        member(office, "Anna Beispiel", Role.ADMINISTRATOR)
        member_instead(office, _WHO, Role.PSP_MEMBER)
        desk = Desk()
        desk.proof = _Proof()
        desk.open(lambda: office)
        _made["psp"] = (desk, office, folder)
    stage.settle()
    desk, office, _folder = _made["psp"]
    return desk, office


def _page(stage: Stage) -> tuple[PspPage, Office]:
    desk, office = _desk(stage)
    page = PspPage(desk)
    page.resize(stage.window.frame.pages.size())
    page.setProperty("kind", "window")
    page.show()
    page.refresh()
    _settle(stage, desk)
    return page, office


def _settle(stage: Stage, desk: Desk) -> None:
    for _round in range(3):
        done: list[None] = []
        desk.run(lambda: None).then(done.append)
        while not done:
            stage.app.processEvents()
        stage.settle()


def _inside(stage: Stage) -> tuple[PspPage, Office, UUID]:
    page, office = _page(stage)
    (group,) = office.ask(start).groups
    office.act(open_group, group.id)
    page.refresh()
    _settle(stage, page.desk)
    page.start.cards[0].open_button.click()
    _settle(stage, page.desk)
    return page, office, group.id


def _do(stage: Stage, page: PspPage, *steps: Callable[[], object]) -> QWidget:
    for step in steps:
        step()
        _settle(stage, page.desk)
    return page


def show_groups(stage: Stage) -> QWidget:
    """Show one's own groups, closed."""
    return _page(stage)[0]


def enter_group(stage: Stage) -> QWidget:
    """Show the form that asks for the passphrase."""
    page, office = _page(stage)
    page.group = office.ask(start).groups[0]
    return _do(stage, page, page._ask_who)


def show_group(stage: Stage) -> QWidget:
    """Show the cases of a group."""
    return _inside(stage)[0]


def show_looks(stage: Stage) -> QWidget:
    """Show who looked."""
    page = _inside(stage)[0]
    return _do(stage, page, lambda: page.inside.tabs.setCurrentIndex(3))


def show_group_figures(stage: Stage) -> QWidget:
    """Show the figures for the steering group."""
    page = _inside(stage)[0]
    return _do(stage, page, lambda: page.inside.tabs.setCurrentIndex(4))


def raise_person(stage: Stage) -> QWidget:
    """Show the form by which a person is brought up."""
    page = _inside(stage)[0]
    return _do(stage, page, page.inside.add_case.click)


def show_case(stage: Stage) -> QWidget:
    """Show a case with its facts."""
    page, office, group = _inside(stage)
    row = office.act(read_group, group).value.cases[0]
    return _do(stage, page, lambda: page.inside.case_wanted.emit(row.id))


def add_fact(stage: Stage) -> QWidget:
    """Show the form of a fact."""
    page = show_case(stage)
    assert isinstance(page, PspPage)
    return _do(stage, page, lambda: page.case.fact_form_wanted.emit(None))


def hold_meeting(stage: Stage) -> QWidget:
    """Show a meeting that was held, with what was agreed."""
    page, office, group = _inside(stage)
    rows = office.act(read_group, group).value.meetings
    held = next(row for row in rows if row.state == "held")
    return _do(stage, page, lambda: page.inside.meeting_wanted.emit(held.id))


def show_extract(stage: Stage) -> QWidget:
    """Show the extract for the police."""
    page = hold_meeting(stage)
    assert isinstance(page, PspPage)
    return _do(stage, page, page.conference.side.extract_buttons[Agency.POLICE].click)
