"""The logo of the office at the screen: nothing is printed before it has words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.letters.letterhead.queries import office_logo
from tests.app.letters.letterhead.test_logo import picture
from ui.letters.logo_card import LogoCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


def test_a_logo_is_shown_described_saved_and_removed(
    qtbot: QtBot, desk: Desk, office: Office
) -> None:
    card = LogoCard(desk)
    qtbot.addWidget(card)
    card.show()
    card.refresh()
    card.take(picture())
    assert card.picture.isVisible()

    card.save_button.click()
    qtbot.waitUntil(lambda: bool(card.form.field("words").problem()))
    assert office.ask(office_logo) is None

    card.words.set_value("Wappen")
    card.save_button.click()
    qtbot.waitUntil(card.remove_button.isVisible)
    card.words.set_value("Wappen der Stadt")
    card.save_button.click()
    qtbot.waitUntil(lambda: getattr(office.ask(office_logo), "words", "") == "Wappen der Stadt")
    qtbot.waitUntil(lambda: not card.form.is_dirty())

    card.remove_button.click()
    qtbot.waitUntil(lambda: not card.picture.isVisible())
    assert office.ask(office_logo) is None


def test_what_is_no_picture_is_said(qtbot: QtBot, desk: Desk) -> None:
    card = LogoCard(desk)
    qtbot.addWidget(card)
    card.show()
    card.take(b"<svg/>")
    card.words.set_value("Logo")
    card.save()
    qtbot.waitUntil(card.form._summary.isVisible)
