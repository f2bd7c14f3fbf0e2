"""One visit: what is known of it, and what can be done with it now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from app.visiting.rows import VisitDetails, VisitRow
from app.visiting.rules import NotHeldReason, Place, VisitStatus
from tests.factories.visits import at
from ui.visiting.visit_card import VisitCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NOW = at("2026-11-23 10:00")
VISIT = VisitRow(
    id=UUID(int=1),
    version=1,
    client_id=UUID(int=2),
    client_name="Erna Krüger",
    visitor="Karin Vogt",
    start=at("2026-11-23 14:00"),
    end=at("2026-11-23 15:00"),
    place=Place.HOME,
    status=VisitStatus.PLANNED,
    reason=None,
)
DETAILS = VisitDetails(
    visit=VISIT,
    place_note="",
    actual_start=None,
    actual_end=None,
    note="",
    phone="",
    hint="",
    address_protected=False,
)


def card(qtbot: QtBot, details: VisitDetails) -> VisitCard:
    card = VisitCard(details, NOW)
    qtbot.addWidget(card)
    return card


def buttons(card: VisitCard) -> list[str]:
    return [button.accessibleName() for button in card.findChildren(QPushButton)]


def words(card: VisitCard) -> str:
    return "\n".join(label.text() for label in card.findChildren(QLabel))


@pytest.mark.parametrize(
    ("status", "day", "offered"),
    [
        (VisitStatus.PLANNED, "2026-11-23", "Record visit"),
        (VisitStatus.PLANNED, "2026-11-24", "Write appointment letter"),
        (VisitStatus.HELD, "2026-11-23", "Correct record"),
        (VisitStatus.NOT_HELD, "2026-11-23", "Take record back"),
        (VisitStatus.CANCELLED, "2026-11-23", "Bring visit back"),
    ],
)
def test_what_can_be_done_follows_from_the_state(
    qtbot: QtBot, status: VisitStatus, day: str, offered: str
) -> None:
    visit = replace(VISIT, status=status, start=at(f"{day} 14:00"), end=at(f"{day} 15:00"))
    shown = buttons(card(qtbot, replace(DETAILS, visit=visit)))
    assert offered in shown
    assert ("Cancel visit" in shown) == (status is VisitStatus.PLANNED)


def test_a_visit_of_another_day_cannot_be_recorded_yet(qtbot: QtBot) -> None:
    tomorrow = replace(VISIT, start=at("2026-11-24 08:00"), end=at("2026-11-24 09:00"))
    assert "Record visit" not in buttons(card(qtbot, replace(DETAILS, visit=tomorrow)))


def test_what_must_be_minded_at_the_door_cannot_be_missed(qtbot: QtBot) -> None:
    shown = words(card(qtbot, replace(DETAILS, hint="Rings badly", address_protected=True)))
    assert "Rings badly" in shown
    assert "The address is protected" in shown


def test_what_became_of_a_visit_is_told(qtbot: QtBot) -> None:
    not_held = replace(VISIT, status=VisitStatus.NOT_HELD, reason=NotHeldReason.WEATHER)
    shown = words(card(qtbot, replace(DETAILS, visit=not_held, note="Black ice.")))
    assert "The weather" in shown
    assert "Black ice." in shown
    held = replace(VISIT, status=VisitStatus.HELD)
    happened = replace(
        DETAILS,
        visit=held,
        actual_start=at("2026-11-23 14:05"),
        actual_end=at("2026-11-23 15:00"),
    )
    assert "Held 14:05–15:00" in words(card(qtbot, happened))


def test_what_somebody_typed_is_shown_as_typed(qtbot: QtBot) -> None:
    named = replace(VISIT, client_name="<b>Erna</b> & Co", visitor="<img src=/etc/passwd>")
    shown = card(qtbot, replace(DETAILS, visit=named, note="a < b"))
    assert "<b>Erna</b> & Co" in words(shown)
    assert "a < b" in words(shown)
    formats = {label.textFormat().name for label in shown.findChildren(QLabel) if label.text()}
    assert formats == {"PlainText"}
