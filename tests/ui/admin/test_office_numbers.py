"""The office chooses when it asks who was forgotten, and for how long volunteers see people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.access.rules import Role
from app.admin.settings.actions import choose_number
from app.admin.settings.queries import number_setting
from app.admin.settings.rules import NO_CONTACT_DAYS, VISITED_MONTHS
from tests.factories.tasks import ANNA, join
from ui.admin.office_numbers import no_contact_card, visited_card

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


def test_the_number_in_force_is_shown_and_another_is_saved_at_once(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    office.act(choose_number, NO_CONTACT_DAYS, 30)
    card = no_contact_card(desk)
    qtbot.addWidget(card)
    card.refresh()
    qtbot.waitUntil(lambda: card.number.value() == 30)
    with qtbot.waitSignal(card.said):
        card.number.set_value(14)
    assert office.ask(number_setting, NO_CONTACT_DAYS) == 14


def test_whoever_may_not_choose_for_the_office_is_told_so(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    join(office, ANNA, Role.CASEWORKER)
    card = no_contact_card(desk)
    qtbot.addWidget(card)
    card.show()
    card.number.set_value(14)
    qtbot.waitUntil(card.form._summary.isVisible)
    assert office.ask(number_setting, NO_CONTACT_DAYS) == 28


def test_an_office_says_for_how_long_volunteers_see_whom_they_visited(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    card = visited_card(desk)
    qtbot.addWidget(card)
    card.refresh()
    with qtbot.waitSignal(card.said):
        card.number.set_value(3)
    assert office.ask(number_setting, VISITED_MONTHS) == 3
