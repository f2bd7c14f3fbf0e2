"""Requirements of the restriction's card: without a list of colleagues it leads to making one."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
