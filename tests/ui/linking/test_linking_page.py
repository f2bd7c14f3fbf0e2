"""Requirements of the page of duplicates: searched, seen side by side, linked, undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.linking.queries import links, open_pairs
from app.linking.rules import Linking
from tests.factories.access import restricted
from tests.factories.clients import add_client, add_note
from tests.factories.linking import link, propose
from ui.linking.linking_page import LinkingPage
from ui.linking.words import because, likelihood
from ui.widgets.labels import Label
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


class _Toast:
    """Keeps what the page says, and how it is undone."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.undo: Callable[[], object] | None = None

    def say(self, words: str, undo: Callable[[], object] | None) -> None:
        self.words.append(words)
        self.undo = undo


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> LinkingPage:
    """The page, wide enough for both halves."""
    page = LinkingPage(desk)
    qtbot.addWidget(page)
    page.resize(1366, 700)
    return page


@pytest.fixture
def toast(page: LinkingPage) -> _Toast:
    """What the page says."""
    toast = _Toast()
    page.said.connect(toast.say)
    return toast


def _two(office: Office) -> tuple[UUID, UUID]:
    one = add_client(office, hint="Ring twice", phone="0211 8998999")
    return one, add_client(office, given_name="Ernna", email="erna@example.org")


def test_a_search_finds_pairs_and_shows_them(
    qtbot: QtBot, office: Office, page: LinkingPage, toast: _Toast
) -> None:
    _two(office)
    page.show()
    qtbot.waitUntil(lambda: page.pairs_state.currentWidget() is not None)

    page.search_button.click()

    qtbot.waitUntil(lambda: bool(page.table.rows()), timeout=20_000)
    assert page.count.text() == "1 pair to decide"
    assert page.progress.isHidden()
    assert page.search_button.isEnabled()
    assert toast.words == ["1 new pair was found."]


def test_a_second_search_drops_what_is_no_longer_alike(
    qtbot: QtBot, office: Office, page: LinkingPage, toast: _Toast
) -> None:
    one, other = add_client(office), add_client(office, given_name="Ali", family_name="Demir")
    propose(office, one, other)

    page.search()

    qtbot.waitUntil(lambda: bool(toast.words), timeout=20_000)
    assert office.ask(open_pairs).count == 0
    assert toast.words == ["0 new pairs found."]


def test_a_search_can_be_stopped(
    qtbot: QtBot, office: Office, page: LinkingPage, toast: _Toast
) -> None:
    _two(office)
    page.search()
    page.job.stop()

    qtbot.waitUntil(lambda: bool(toast.words))
    assert toast.words == ["The search was stopped."]
    assert page.search_button.isEnabled()


def test_both_cards_are_seen_side_by_side_and_linked_with_a_way_back(
    qtbot: QtBot, office: Office, page: LinkingPage, toast: _Toast
) -> None:
    one, other = _two(office)
    add_note(office, other)
    propose(office, one, other)
    page.show()
    qtbot.waitUntil(lambda: page.view.pair is not None and page.view.speaker.count() == 2)

    shown = [label.text() for label in page.view.grid.findChildren(Label)]
    assert {"Ring twice", "erna@example.org", "Ernna Krüger", "24.11.1938"} <= set(shown)
    assert page.view.speaker.value() == other.hex, "the one with more on it is proposed"

    page.view.link_button.click()
    qtbot.waitUntil(lambda: bool(toast.words))
    (found,) = office.ask(links)
    assert (found.speaker, found.other) == (other, one)
    qtbot.waitUntil(lambda: not page.table.rows())

    assert toast.undo is not None
    toast.undo()
    qtbot.waitUntil(lambda: bool(page.table.rows()))
    assert office.ask(links)[0].undone_at is not None


def test_they_are_two_people_is_kept_and_can_be_taken_back(
    qtbot: QtBot, office: Office, page: LinkingPage, toast: _Toast
) -> None:
    propose(office, *_two(office))
    page.show()
    qtbot.waitUntil(lambda: page.view.pair is not None)

    page.view.different_button.click()
    qtbot.waitUntil(lambda: bool(toast.words))
    assert office.ask(open_pairs).count == 0

    assert toast.undo is not None
    toast.undo()
    qtbot.waitUntil(lambda: office.ask(open_pairs).count == 1)


def test_a_link_is_undone_from_the_list_at_any_time(
    qtbot: QtBot, office: Office, page: LinkingPage
) -> None:
    link(office, *_two(office))
    page.show()
    page.tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: bool(page.links.table.rows()))
    assert not page.links.undo_button.isEnabled()

    page.links.table.choose_first()
    page.links.undo_button.click()

    qtbot.waitUntil(lambda: page.links.table.rows()[0].undone_at is not None)
    assert not page.links.undo_button.isEnabled()


def test_what_cannot_be_linked_is_said(
    qtbot: QtBot, office: Office, page: LinkingPage, toast: _Toast
) -> None:
    one, other = _two(office)
    pair = propose(office, one, other)
    restricted(office, one)
    page.show()
    qtbot.waitUntil(lambda: page.view.pair is not None)

    page.view.link_wanted.emit(page.view.pair, one, other)

    qtbot.waitUntil(lambda: bool(toast.words))
    assert toast.words[0].startswith("Only one of the two cards is restricted")
    del pair


def test_the_ways_to_the_cards_and_back(qtbot: QtBot, office: Office, page: LinkingPage) -> None:
    one, other = _two(office)
    propose(office, one, other)
    page.show()
    qtbot.waitUntil(lambda: page.view.pair is not None)
    places: list[Place] = []
    page.place_wanted.connect(places.append)

    page.view.one_button.click()
    page.view.other_button.click()
    page.back_button.click()

    assert {place.record for place in places[:2]} == {one, other}
    assert places[2].page == "more"


def test_a_score_is_never_certainty() -> None:
    assert likelihood(1.0) == "99%"
    assert likelihood(0.5) == "50%"
    assert because(("same address", "same birth date")) == "Same address, same birth date"
    assert Linking.__doc__


def test_two_cards_are_linked_by_hand_from_a_card_and_parted_again(
    qtbot: QtBot, office: Office, page: LinkingPage, toast: _Toast
) -> None:
    erna = add_client(office)
    married = add_client(office, given_name="Ella", family_name="Schmitz", birth="")
    page.show()
    page.show_place(Place("duplicates", erna, "same"))
    hand = page.by_hand
    qtbot.waitUntil(lambda: hand.one.value() == erna)
    assert page.tabs.currentWidget() is hand
    hand.other.set_record(married, "Ella Schmitz")
    hand.other.chosen.emit(married)
    qtbot.waitUntil(lambda: hand.view.pair is not None)
    qtbot.waitUntil(lambda: hand.view.state.currentWidget() is hand.view._body)
    assert hand.view.different_button.isHidden()
    with qtbot.waitSignal(page.finished):
        hand.view.link_button.click()
    (held,) = office.ask(links)
    assert {held.speaker, held.other} == {erna, married}
    assert toast.undo is not None
    toast.undo()
    qtbot.waitUntil(lambda: office.ask(links)[0].undone_at is not None)


def test_one_card_is_not_linked_with_itself(
    qtbot: QtBot, office: Office, page: LinkingPage
) -> None:
    erna = add_client(office)
    page.show_place(Place("duplicates", erna, "same"))
    hand = page.by_hand
    qtbot.waitUntil(lambda: hand.one.value() == erna)
    hand.other.set_record(erna, "Erna Krüger")
    hand.other.chosen.emit(erna)
    qtbot.waitUntil(lambda: bool(hand.form.field("other").problem()))
    assert hand.view.pair is None
