"""Requirements of colleagues and rights: oneself first, problems beside fields, all roles told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.access.queries import members
from app.access.rules import RIGHTS, Right, Role
from tests.factories.access import member
from ui.access.members_page import MembersPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> MembersPage:
    """The page, wide enough for both halves."""
    page = MembersPage(desk)
    qtbot.addWidget(page)
    page.resize(1366, 700)
    page.show()
    return page


def test_the_first_colleague_is_proposed_and_saved(
    qtbot: QtBot, office: Office, page: MembersPage
) -> None:
    said = []
    page.said.connect(lambda words, _undo: said.append(words))
    page.add()
    assert page.form.name.value() == "Anna Beispiel"
    assert page.form.role.value() == Role.ADMINISTRATOR

    page.form.save_button.click()

    qtbot.waitUntil(lambda: len(page.table.rows()) == 1)
    assert [row.name for row in office.ask(members)] == ["Anna Beispiel"]
    assert said == ["Anna Beispiel is saved."]


def test_what_is_wrong_stands_beside_the_field_and_stays_typed(
    qtbot: QtBot, office: Office, page: MembersPage
) -> None:
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    page.refresh()
    qtbot.waitUntil(lambda: bool(page.table.rows()))
    page.add()
    assert page.form.name.value() == ""
    page.form.name.set_value("anna beispiel")

    page.form.save_button.click()

    name = page.form.form.field("name")
    qtbot.waitUntil(lambda: "of this name already" in name.problem())
    assert page.form.name.value() == "anna beispiel"
    assert page.form.save_button.isEnabled()


def test_the_last_administrator_cannot_leave(
    qtbot: QtBot, office: Office, page: MembersPage
) -> None:
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    page.refresh()
    qtbot.waitUntil(lambda: bool(page.table.rows()))
    page.table.choose_first()
    page.form.is_active.set_value(False)

    page.form.save_button.click()

    left = page.form.form.field("is_active")
    qtbot.waitUntil(lambda: "last administrator" in left.problem())
    page.form.cancel_button.click()
    assert not page.form.is_open


def test_a_colleague_changes_role(qtbot: QtBot, office: Office, page: MembersPage) -> None:
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    zoe = member(office, "Zoe Amt", Role.VOLUNTEER)
    page.refresh()
    qtbot.waitUntil(lambda: len(page.table.rows()) == 2)
    page.table.choose(zoe)
    page.form.role.set_value(Role.CASEWORKER.value)

    page.form.save_button.click()

    qtbot.waitUntil(lambda: page.table.rows()[1].role is Role.CASEWORKER)


def test_what_each_role_may_do_is_told_for_every_right(page: MembersPage) -> None:
    model = page.rights.rights.model()
    told = {
        right: {
            role for at, role in enumerate(Role, start=1) if model.index(row, at).data() == "yes"
        }
        for row, right in enumerate(Right)
    }

    assert told == {right: set(roles) for right, roles in RIGHTS.items()}


def test_a_login_is_proposed_where_there_is_a_server(page: MembersPage) -> None:
    page.form.show_logins(is_shared=True)
    page.add()
    page.form.name.set_value("Petra Weber")

    assert page.form.login.value() == "petra_weber"


def test_the_rights_of_a_role_are_read_in_words(page: MembersPage) -> None:
    page.rights.role.set_value(Role.VOLUNTEER.value)

    told = {row.table: row for row in page.rights.data.rows()}
    assert told["person"].some_columns
    assert not told["letter"].adds
