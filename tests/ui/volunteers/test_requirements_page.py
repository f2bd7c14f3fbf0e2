"""Requirements on screen: changed from a day on, added, ended, and the end taken back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from app.volunteers.queries import requirements_of_office
from tests.factories.matches import TODAY
from tests.ui.widgets.hands import bring_forward
from ui.volunteers.requirements_page import RequirementsPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from app.volunteers.queries import RequirementHistory
    from ui.desk import Desk


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> RequirementsPage:
    page = RequirementsPage(desk)
    page.resize(1200, 700)
    qtbot.addWidget(page)
    bring_forward(qtbot, page)
    page.refresh()
    qtbot.waitUntil(lambda: bool(page.table.rows()))
    return page


def of_office(office: Office, code: str) -> RequirementHistory:
    return next(one for one in office.ask(requirements_of_office, TODAY) if one.code == code)


def choose(page: RequirementsPage, code: str) -> None:
    place = [row.code for row in page.table.rows()].index(code)
    page.table.setCurrentIndex(page.table.model().index(place, 0))


def test_a_certificate_holds_shorter_from_a_day_on(
    qtbot: QtBot, office: Office, page: RequirementsPage
) -> None:
    choose(page, "certificate")
    page.card.change_button.click()
    form = page.form
    assert form is not None
    form.content.inputs["valid_months"].set_value("x")
    form.save()
    assert form.content.field("valid_months").problem()
    form.content.inputs["valid_months"].set_number(36)
    form.content.inputs["valid_from"].set_value(date(2027, 1, 1))
    form.save()
    qtbot.waitUntil(lambda: page.form is None)
    kept = of_office(office, "certificate")
    assert [one.valid_months for one in kept.versions] == [60, 36]
    assert kept.versions[1].title == kept.versions[0].title


def test_a_requirement_is_added_ended_and_goes_on(
    qtbot: QtBot, office: Office, page: RequirementsPage
) -> None:
    said: list[object] = []
    page.said.connect(lambda _words, undo: said.append(undo))
    page.add_button.click()
    form = page.form
    assert form is not None
    assert form.content.field("delete_months").isHidden()
    form.content.inputs["title"].set_value("Ausweis")
    form.save()
    qtbot.waitUntil(lambda: "ausweis" in {row.code for row in page.table.rows()})
    choose(page, "ausweis")
    page.card.end_button.click()
    qtbot.waitUntil(lambda: of_office(office, "ausweis").versions[-1].valid_until == TODAY)
    qtbot.waitUntil(lambda: callable(said[-1]))
    undo = said[-1]
    assert callable(undo)
    undo()
    qtbot.waitUntil(lambda: of_office(office, "ausweis").versions[-1].valid_until is None)
