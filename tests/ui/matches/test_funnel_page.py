"""The way to a match on screen: counted by the time that is chosen, and taken along as a file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.matches.queries import Side
from tests.factories.clients import add_client
from tests.factories.intake import put_on_waiting_list, take_request
from tests.factories.matches import active_volunteer, propose
from tests.ui.widgets.hands import bring_forward
from ui.matches.funnel_page import FunnelPage, span_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk
    from ui.widgets.export_offer import ExportOffer


def test_a_quarter_has_its_first_and_last_day() -> None:
    assert [span_of(2026, one)[1].day for one in (1, 2, 3, 4)] == [31, 30, 30, 31]
    assert span_of(2026, 2)[0] == date(2026, 4, 1)


def test_the_ways_of_both_sides_are_counted_and_exported(
    qtbot: QtBot, office: Office, desk: Desk
) -> None:
    erna = add_client(office)
    put_on_waiting_list(office, take_request(office, erna), date(2026, 11, 10))
    propose(office, erna, active_volunteer(office))
    page = FunnelPage(desk)
    qtbot.addWidget(page)
    bring_forward(qtbot, page)
    offers: list[ExportOffer[object]] = []
    page.export_asked.connect(offers.append)
    page.refresh()
    qtbot.waitUntil(lambda: page.funnel is not None)
    told = {line.words: line.people for line in page.tables[Side.PERSON].rows()}
    assert (told["Asked for visits"], told["A match was proposed"]) == (1, 1)
    page.export_button.click()
    assert offers[0].count == sum(len(table.rows()) for table in page.tables.values())
    page.quarters.set_value(1)
    page.refresh()
    qtbot.waitUntil(lambda: page.tables[Side.PERSON].rows()[0].people == 0)
