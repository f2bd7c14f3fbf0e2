"""My day names who is missed, which notes wait, and which matches to ask about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtWidgets import QPushButton

from app.codes.rules import Labels, OwnEntry
from app.escalation.rows import ConcernRow
from app.escalation.rules import Cause
from app.visiting.observing import flag_list
from app.visiting.record_rows import NoticedFlag, UnreadNote
from app.visiting.rules import Severity
from tests.conftest import NOW
from tests.factories.visits import MONDAY, at
from ui.codes.code_book import book
from ui.my_day.day_line import DayLine
from ui.my_day.visiting_cards import CheckInCard, ConcernsCard, NotesCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

PROTECTED = False
CONCERN = ConcernRow(
    uuid4(), 1, uuid4(), "Erna Krüger", PROTECTED, None, Cause.NO_ONE_OPENED,
    at("2026-11-23 08:05"), "Karin Vogt", None, "", None, "",
)  # fmt: skip
FALL = UnreadNote(
    uuid4(), uuid4(), "Paul Meyer", PROTECTED, "Tom", at("2026-11-20 14:00"), "Tom", NOW,
    "A long story that does not fit into one line of a card at all.", "",
    (NoticedFlag("fall", Severity.URGENT),),
)  # fmt: skip


def test_somebody_missed_is_a_click_away_from_the_next_step(qtbot: QtBot) -> None:
    card = ConcernsCard()
    qtbot.addWidget(card)
    card.show_concerns((CONCERN,), at("2026-11-23 10:00"))
    (line,) = card.findChildren(DayLine)
    assert (line.row.title, line.row.when, line.row.detail) == (
        "Erna Krüger",
        "08:05",
        "Nobody opened the door",
    )
    assert line.row.act_place is not None
    assert (line.row.act_place.page, line.row.act_place.doing) == ("concerns", "step")
    card.show_concerns((), at("2026-11-23 10:00"))
    assert card.isHidden()


def test_a_call_is_reminded_of_by_its_time(qtbot: QtBot) -> None:
    card = ConcernsCard()
    qtbot.addWidget(card)
    next_call = replace(
        CONCERN, next_title="Ask neighbours and the caretaker", next_due=at("2026-11-23 10:05")
    )
    for now, words in (("2026-11-23 10:00", "Due at 10:05"), ("2026-11-23 10:05", "Due now")):
        card.show_concerns((next_call,), at(now))
        line = card.findChildren(DayLine)[-1]
        assert line.row.status is not None
        assert line.row.status.words == words
    assert line.row.detail.endswith("next: Ask neighbours and the caretaker")


def test_a_note_says_first_what_was_noticed(qtbot: QtBot) -> None:
    card = NotesCard()
    qtbot.addWidget(card)
    card.show_notes((FALL,))
    (line,) = card.findChildren(DayLine)
    assert line.row.detail == "A fall, or bruises · Tom"
    assert line.row.place.page == "visit_notes"


def test_the_word_of_the_office_is_shown_also_where_it_comes_after_the_note(qtbot: QtBot) -> None:
    card = NotesCard()
    qtbot.addWidget(card)
    card.show_notes((FALL,))
    own = OwnEntry(uuid4(), 1, flag_list().name, "fall", Labels(en="Fell down"), 0, is_active=True)
    book.show_entries((own,))
    try:
        (line,) = card.findChildren(DayLine)
        assert line.row.detail == "Fell down · Tom"
    finally:
        book.show_entries(())


def test_without_matches_to_ask_about_there_is_no_card(qtbot: QtBot) -> None:
    card = CheckInCard()
    qtbot.addWidget(card)
    card.show_matches((), MONDAY)
    assert card.isHidden()
    assert all(button.text() != "Both were asked" for button in card.findChildren(QPushButton))
