"""No screen shows what a PSP group holds to who is no member of one, whatever is looked at.

A mark stands in every text of every table of PSP groups, about somebody whom everybody visits.
Each place of the window is looked at as each role, and every text there is read: hints, names for
screen readers and tables that are not shown among them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from app.access.rules import Role
from app.demo.actions import build_demo
from app.demo.rules import Country, DemoPlan
from app.settings import Settings
from db.people import Person
from tests.factories.access import member
from tests.factories.psp import LEAD, TODAY, mark_every_text
from tests.screenshots.stage import Stage
from tests.ui.all_texts import all_texts
from ui.drafts.draft_places import DRAFT_FORMS
from ui.pages import BELOW_MORE, BELOW_PAGES, RAIL, find_people
from ui.quick_actions import quick_actions
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from PySide6.QtWidgets import QApplication
    from sqlalchemy import Connection

    from app.office import Office
    from ui.quick_search import Finding

MARK = "Zaunkönig"
ROLES = {
    "Bent Holm": Role.VOLUNTEER,
    "Zoe Amt": Role.CASEWORKER,
    "Karin Vogt": Role.COORDINATOR,
    "": Role.ADMINISTRATOR,
}
"""By name; the administrator is whoever opened the office."""
PLACES = (*(one.word for one in RAIL), *sorted(BELOW_MORE - {"sharing"}), *BELOW_PAGES)
"""All but what a server alone has."""
_SHOWN = 3
"""A person stands at least in the list, in a hint of it, on the card, and in what the rows hold."""


def _prepare(office: Office, client_id: UUID) -> None:
    """Let there be colleagues, and a group about somebody whom everybody knows."""
    member(office, office.who, Role.ADMINISTRATOR)
    for name, role in ROLES.items():
        if name:
            member(office, name, role)
    member(office, LEAD, Role.PSP_MEMBER)
    office.act(mark_every_text, client_id, MARK)


@pytest.fixture(scope="module")
def stage(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The window of a Danish office."""
    home = tmp_path_factory.mktemp("every_screen")
    build_demo(home / "office", DemoPlan(today=TODAY, clients=12, country=Country.DENMARK))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NAHBAR_HOME", str(home / "home"))
        stage = Stage(qapp, Settings(language="en"), home / "office", TODAY, rest=1)
        stage.desk.work(_prepare, stage.client_id)
        stage.settle()
        yield stage
        stage.close()


def _work_as(stage: Stage, name: str) -> None:
    opened = stage.desk.who if name == "" else name
    stage.desk.work(_be, opened)
    stage.settle()
    stage.window.frame.pages.refresh_all()
    stage.settle()
    assert stage.desk.who == opened


def _be(office: Office, name: str) -> None:
    office.work_as(name)


@pytest.mark.parametrize("name", ROLES, ids=[role.value for role in ROLES.values()])
def test_no_place_of_the_window_shows_it(stage: Stage, name: str) -> None:
    who = stage.desk.who
    _work_as(stage, name)
    for place in (*map(Place, PLACES), Place("clients", stage.client_id)):
        stage.go_to(place)
        stage.settle()
    # Pages wait as they were left: all of them are read at once.
    told = [said for said in all_texts(stage.window) if MARK in said]
    _work_as(stage, who)

    assert told == []


def test_every_text_is_read_while_it_is_looked_for(stage: Stage) -> None:
    names: list[str] = []
    stage.desk.ask(_family_name, stage.client_id).then(names.append)
    stage.go_to(Place("clients", stage.client_id))
    stage.settle()
    told = all_texts(stage.window)

    assert sum(names[0] in said for said in told) > _SHOWN


def _family_name(connection: Connection, client_id: UUID) -> str:
    found: str = connection.execute(
        select(Person.family_name).where(Person.id == client_id)
    ).scalar_one()
    return found


@pytest.mark.parametrize("typed", [MARK, "PSP"])
def test_the_search_finds_neither_a_case_nor_the_part(stage: Stage, typed: str) -> None:
    found: list[Finding] = []
    find_people(stage.desk)(typed).then(found.extend)
    stage.settle()
    actions = [one for one in quick_actions(RAIL) if typed.casefold() in one.title.casefold()]

    assert [one for one in (*found, *actions) if MARK in repr(one) or one.place.page == "psp"] == []
    assert not [one for one in quick_actions(RAIL) if one.place.page == "psp"]


def test_no_form_of_a_group_keeps_a_draft() -> None:
    assert not [name for name, form in DRAFT_FORMS.items() if "psp" in f"{name} {form.page}"]
