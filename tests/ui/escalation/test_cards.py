"""The parts of a concern's card: what is next, whom to ring, whom to call, what was done."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtWidgets import QLabel, QPushButton

from app.escalation.chains import delivered_chains, emergency_numbers
from app.escalation.rows import CallRow, ConcernCard, ConcernRow
from app.escalation.rules import Calls, Cause, Ending, NextStep, chain_on
from tests.factories.visits import MONDAY, at
from ui.escalation.calls_card import CallsCard
from ui.escalation.concern_card import ConcernView
from ui.escalation.next_card import NextCard
from ui.escalation.numbers_card import NumbersCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ui.desk import Desk

NOW = at("2026-11-23 10:00")
PROTECTED = OVER = False
CHAIN = chain_on(delivered_chains("DE"), Cause.NO_ONE_OPENED, MONDAY)


def card(
    due: datetime = NOW, *, ending: Ending | None = None, may_close: bool = True
) -> ConcernCard:
    row = ConcernRow(
        uuid4(), 1, uuid4(), "Erna Krüger", PROTECTED, None, Cause.NO_ONE_OPENED, NOW, "Karin Vogt",
        None if ending is None else NOW, "Karin Vogt" if ending else "", ending, "Was at church.",
    )  # fmt: skip
    calls = (
        CallRow(Calls.PERSON, row.person_id, "", "0211 445566"),
        CallRow(Calls.CONTACTS, None, "Paul Krüger", "0211 1", "Daughter or son", has_key=True),
    )
    following = None if ending else NextStep(CHAIN.steps[2], due)
    numbers = emergency_numbers("DE", date(2026, 11, 23))
    return ConcernCard(row, CHAIN, (), following, OVER, calls, numbers, (), "", None, may_close)


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.text()]


def buttons(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QPushButton) if one.isVisibleTo(widget)]


def test_the_next_step_says_from_when_on(qtbot: QtBot) -> None:
    shown = NextCard()
    qtbot.addWidget(shown)
    shown.show_concern(card(at("2026-11-23 10:15")), NOW)
    assert words(shown)[:2] == [
        "Next step: from 10:15 on",
        "Call the contacts, those with a key first",
    ]
    assert buttons(shown) == ["Note this step", "Close concern"]


def test_whoever_may_not_close_is_offered_to_note_only(qtbot: QtBot) -> None:
    shown = NextCard()
    qtbot.addWidget(shown)
    shown.show_concern(card(may_close=False), NOW)
    assert buttons(shown) == ["Note this step"]


def test_a_closed_concern_says_how_it_ended_and_leaves_no_old_button(qtbot: QtBot) -> None:
    shown = NextCard()
    qtbot.addWidget(shown)
    shown.show_concern(card(), NOW)
    shown.show_concern(card(ending=Ending.AWAY), NOW)
    assert buttons(shown) == ["Open again"]


def test_those_whom_the_next_step_calls_stand_first(qtbot: QtBot) -> None:
    shown = CallsCard()
    qtbot.addWidget(shown)
    shown.show_calls(card())
    said = words(shown)
    assert said.index("Paul Krüger") < said.index("Erna Krüger")
    assert "Daughter or son · has a key" in said
    with qtbot.waitSignal(shown.call_noted) as noted:
        shown.findChildren(QPushButton)[0].click()
    assert noted.args == [Calls.CONTACTS, "Paul Krüger"]


def test_numbers_for_danger_to_life_stand_first(qtbot: QtBot) -> None:
    shown = NumbersCard()
    qtbot.addWidget(shown)
    shown.show_numbers(card().numbers)
    said = [word for word in words(shown) if word in {"112", "110", "116117  Doctor on call"}]
    assert said == ["112", "110", "116117  Doctor on call"]


def test_a_concern_that_is_gone_says_so(qtbot: QtBot, desk: Desk) -> None:
    view = ConcernView(desk)
    qtbot.addWidget(view)
    view.show_record(uuid4())
    qtbot.waitUntil(lambda: "This concern is no longer in the office." in words(view))
