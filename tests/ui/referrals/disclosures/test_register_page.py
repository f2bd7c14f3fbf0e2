"""The tab of the register: narrowed down, led to people, saved as a paper for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.factories.handing_over import refer
from tests.factories.institutions import add_institution
from tests.factories.letters import letter, office_card, person, visit
from ui.referrals.disclosures.register_page import RegisterPage
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


def test_the_register_is_narrowed_and_leads_to_the_person(
    qtbot: QtBot, office: Office, desk: Desk
) -> None:
    office_card(office)
    erna = person(office)
    letter(office, visit(office, erna))
    body = add_institution(office, kind="authority", name="Amt für Soziales", country="DE")
    refer(office, erna, to_institution_id=body)
    page = RegisterPage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.show_place(Place("disclosures"))
    qtbot.waitUntil(lambda: len(page.list.rows()) == 2)
    assert not page.paper_button.isEnabled()
    page.list.ways.set_value("referral")
    page.list.on_narrowed()
    qtbot.waitUntil(lambda: len(page.list.rows()) == 1)
    page.list.table.setFocus()
    page.list.table.selectRow(0)
    qtbot.waitUntil(page.paper_button.isEnabled)
    wanted: list[Place] = []
    page.place_wanted.connect(wanted.append)
    page.list.opened.emit(page.list.rows()[0].id)
    assert wanted == [Place("clients", erna)]
