"""What the card of matching says: wishes, the steps that can follow, reasons for and against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from app.matches.queries import candidates_for, matches_of
from app.matches.rules import MatchStage
from tests.factories.clients import add_client
from tests.factories.matches import TODAY, active_volunteer, propose, step, wish
from tests.factories.volunteers import add_volunteer
from ui.matches.candidates_card import SHOWN, CandidatesCard
from ui.matches.matches_card import MatchesCard
from ui.matches.matching_card import MatchingCard
from ui.widgets.labels import Label
from ui.widgets.page import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

MUSIC = frozenset({("interest", "music")})


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(Label))


def buttons(widget: QWidget) -> list[str]:
    return [button.text() for button in widget.findChildren(QPushButton)]


def test_candidates_are_told_with_reasons_in_words(qtbot: QtBot, office: Office) -> None:
    erna = wish(office, add_client(office, languages=("de",), levels=("native",)), traits=MUSIC)
    active_volunteer(office, "Bea Gut", traits=MUSIC)
    for number in range(SHOWN):
        add_volunteer(office, f"Neu Hier{number}")
    card = CandidatesCard()
    qtbot.addWidget(card)
    card.show_candidates(office.ask(candidates_for, erna, TODAY))
    told = said(card)
    assert "For: They share interests: Music and singing" in told
    assert "Possible: When the missing requirements are met" in told
    assert told.count("Neu Hier") == SHOWN - 1
    next(one for one in card.findChildren(QPushButton) if one.text() == "Show more").click()
    qtbot.waitUntil(lambda: said(card).count("Neu Hier") == SHOWN)


def test_only_the_steps_that_can_follow_are_offered(qtbot: QtBot, office: Office) -> None:
    erna, anja = add_client(office), active_volunteer(office)
    match = propose(office, erna, anja)
    card = MatchesCard()
    qtbot.addWidget(card)
    card.show_matches(erna, office.ask(matches_of, erna))
    assert buttons(card) == [
        "Anja Kurz", "Note first visit", "End", "Volunteer was asked", "Keep in every plan",
        "Write note",
    ]  # fmt: skip
    for stage in (MatchStage.INTRODUCED, MatchStage.RUNNING, MatchStage.PAUSED):
        step(office, match, stage)
    card.show_matches(anja, office.ask(matches_of, anja))
    assert buttons(card)[-5:] == [
        "Go on with visits", "End", "Both were asked today", "Note check-in", "Write note",
    ]  # fmt: skip


def test_wishes_are_told_and_the_person_is_one_click_away(
    qtbot: QtBot, office: Office, desk: Desk
) -> None:
    erna = wish(office, add_client(office), traits=MUSIC, youngest=30, no_smoker=True)
    card = MatchingCard(desk)
    qtbot.addWidget(card)
    places: list[object] = []
    card.place_wanted.connect(places.append)
    card.show_record(erna)
    qtbot.waitUntil(lambda: "Music and singing" in said(card.wishes))
    assert "aged 30–, nobody who smokes" in said(card.wishes)
    card.person_button.click()
    assert places == [Place("clients", erna)]
