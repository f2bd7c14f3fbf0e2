"""The card shows what is known and shouts what must not be missed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import pytest
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from tests.factories.clients import add_client
from ui.clients.client_card import ClientCardView
from ui.clients.tabs import TabEntry
from ui.widgets.chips import Chip
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


class OtherTab(QWidget):
    """A tab of another feature."""

    place_wanted = Signal(object)
    said = Signal(str, object)
    features: ClassVar[frozenset[str]] = frozenset({"visiting"})
    made: ClassVar[list[OtherTab]] = []

    def __init__(self, _desk: Desk, client_id: UUID) -> None:
        """Remember whom it is about."""
        super().__init__()
        self.client_id = client_id
        self.asked = 0
        OtherTab.made.append(self)

    def refresh(self) -> None:
        """Count the questions."""
        self.asked += 1


@pytest.fixture
def card(qtbot: QtBot, desk: Desk) -> ClientCardView:
    """A card with a tab of another feature, in sight."""
    OtherTab.made.clear()
    card = ClientCardView(desk, [TabEntry("Visits", OtherTab)])
    card.resize(700, 600)
    qtbot.addWidget(card)
    card.show()
    return card


def show(qtbot: QtBot, card: ClientCardView, client_id: UUID) -> None:
    card.show_record(client_id)
    qtbot.waitUntil(lambda: card.card is not None and card.card.id == client_id)


def test_a_protected_address_and_a_hint_cannot_be_missed(
    qtbot: QtBot, office: Office, card: ClientCardView
) -> None:
    show(qtbot, card, add_client(office, address_protected=True, hint="<b>Call first</b>"))
    assert card.header.protected.isVisible()
    assert card.header.hint.isVisible()
    assert card.header.hint.accessibleName() == "<b>Call first</b>"
    show(qtbot, card, add_client(office))
    assert not card.header.protected.isVisible()
    assert not card.header.hint.isVisible()


def test_the_head_tells_age_phone_and_languages(
    qtbot: QtBot, office: Office, card: ClientCardView
) -> None:
    show(qtbot, card, add_client(office, phone="0211 8998999", languages=("tr", "de")))
    assert card.header.line.text() == "87 years, born 24 Nov 1938 · 0211 8998999"
    chips = [chip.text() for chip in card.header.findChildren(Chip) if not chip.isHidden()]
    assert chips == ["Turkish", "German"]


@pytest.mark.parametrize(
    ("birth", "line"),
    [
        ("", "Date of birth not known"),
        ("1938", "about 88 years, born 1938"),
        ("03.1941", "85 years, born March 1941"),
    ],
)
def test_an_age_is_told_as_far_as_it_is_known(
    qtbot: QtBot, office: Office, card: ClientCardView, birth: str, line: str
) -> None:
    show(qtbot, card, add_client(office, birth=birth))
    assert card.header.line.text() == line


def test_the_overview_shows_what_is_known_and_no_empty_rows(
    qtbot: QtBot, office: Office, card: ClientCardView
) -> None:
    show(qtbot, card, add_client(office, country="DK", street="Hold-an Vej", house_number="10 a",
                                 floor="3.", door="TV", postal_code="2750", city="Ballerup",
                                 lives_alone=True))  # fmt: skip
    assert card.overview.contact.facts() == {"Address": "Hold-an Vej 10A, 3. tv\n2750 Ballerup"}
    assert card.overview.living.facts()["Living situation"] == "Lives alone"
    show(qtbot, card, add_client(office))
    assert card.overview.contact.facts() == {}
    assert card.overview.no_contact.isVisible()
    assert card.overview.living.facts()["Living situation"] == "Not known"


def test_a_tab_of_another_feature_is_made_when_it_is_looked_at(
    qtbot: QtBot, office: Office, card: ClientCardView
) -> None:
    erna, per = add_client(office), add_client(office, given_name="Per")
    show(qtbot, card, erna)
    assert OtherTab.made == []
    card.tabs.setCurrentIndex(2)
    (tab,) = OtherTab.made
    assert (tab.client_id, tab.asked) == (erna, 1)
    card.refresh()
    assert tab.asked == 2
    with qtbot.waitSignal(card.place_wanted) as wanted:
        tab.place_wanted.emit(Place("visiting"))
    assert wanted.args == [Place("visiting")]
    show(qtbot, card, per)
    assert OtherTab.made[-1].client_id == per


def test_a_visit_is_planned_from_the_card(
    qtbot: QtBot, office: Office, card: ClientCardView
) -> None:
    erna = add_client(office)
    show(qtbot, card, erna)
    with qtbot.waitSignal(card.place_wanted) as wanted:
        card.header.plan_button.click()
    assert wanted.args == [Place("visiting", erna, "plan")]


def test_what_is_shown_stays_in_sight_while_it_is_asked_for_again(
    qtbot: QtBot, office: Office, card: ClientCardView
) -> None:
    erna, karl = add_client(office), add_client(office)
    show(qtbot, card, erna)
    patience = card.state.findChild(QTimer)
    assert patience is not None
    card.refresh()
    assert not patience.isActive()
    card.show_record(karl)
    assert patience.isActive()


def test_a_question_that_fails_leaves_the_card_that_is_shown(
    qtbot: QtBot, office: Office, desk: Desk, card: ClientCardView
) -> None:
    said: list[str] = []
    card.said.connect(lambda words, _undo: said.append(words))
    show(qtbot, card, add_client(office))
    desk.close_office()
    card.refresh()
    qtbot.waitUntil(lambda: said == ["The office is locked."])
    assert card.header.isVisible()
