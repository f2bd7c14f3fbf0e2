"""Tests of the card of suitcases on My day."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from app.mobile_advice.suitcase.away import SuitcaseRow
from app.mobile_advice.suitcase.rules import SuitcaseState
from ui.my_day.suitcases_card import SuitcasesCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_suitcase_that_is_to_come_back_has_a_line_and_without_any_there_is_no_card(
    qtbot: QtBot,
) -> None:
    now = datetime.fromisoformat("2026-11-23T10:00:00+01:00")
    row = SuitcaseRow(
        uuid4(), 1, uuid4(), "Südrunde", date(2026, 11, 22), now, "Anna Beispiel", now,
        SuitcaseState.EXPIRED, None, "", "", 3, 0, 0,
    )  # fmt: skip
    card = SuitcasesCard()
    qtbot.addWidget(card)
    card.show_suitcases([row])
    assert not card.isHidden()
    card.show_suitcases([])
    assert card.isHidden()
