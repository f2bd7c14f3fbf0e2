"""Requirements of the restriction's card: it leads to a list, and the keyboard stays in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.access.rules import Role
from tests.factories.access import member
from tests.factories.clients import add_client
from ui.access.restriction_card import RestrictionCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk
    from ui.widgets.page import Place


def test_without_colleagues_nobody_can_be_named(qtbot: QtBot, desk: Desk, office: Office) -> None:
    card = RestrictionCard(desk, add_client(office))
    qtbot.addWidget(card)
    card.show()
    card.refresh()
    qtbot.waitUntil(lambda: bool(card.state.text()))
    places: list[Place] = []
    card.place_wanted.connect(places.append)

    card.change_button.click()
    card.form.members_wanted.emit()

    assert not card.save_button.isVisible()
    assert [place.page for place in places] == ["members"]


def test_the_keyboard_stays_in_the_card(qtbot: QtBot, desk: Desk, office: Office) -> None:
    member(office, office.who, Role.ADMINISTRATOR)
    card = RestrictionCard(desk, add_client(office))
    qtbot.addWidget(card)
    card.show()
    card.refresh()
    qtbot.waitUntil(lambda: bool(card.state.text()))

    card.change_button.setFocus()
    card.change_button.click()
    assert card.isAncestorOf(card.form.reason)
    assert card.focusWidget() is card.form.reason

    card.form.reason.set_value("A colleague's mother")
    card.save_button.setFocus()
    card.save_button.click()
    qtbot.waitUntil(card.form.isHidden)
    assert card.focusWidget() is card.change_button
