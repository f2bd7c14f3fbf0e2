"""Requirements of the card of calls: who is next comes first, and what is late stands out."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from app.mobile_advice.advice.calling import note_call
from app.mobile_advice.advice.queries import due_calls
from app.mobile_advice.advice.rules import CallbackDetails
from tests.factories.booking import TODAY
from ui.my_day.calls_card import SHOWN, CallsCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office


def test_calls_of_the_phone_line_and_own_ones_are_shown(qtbot: QtBot, office: Office) -> None:
    for number in range(SHOWN + 2):
        who = "Karin Vogt" if number == 1 else ""
        details = CallbackDetails(f"Anruf {number}", "0211 1", wish="Wohngeld", who=who)
        office.act(note_call, uuid4(), details)
    card = CallsCard()
    qtbot.addWidget(card)
    calls = office.ask(due_calls, TODAY + timedelta(days=1), office.who)
    assert len(calls) == SHOWN + 1
    card.show_calls(calls, TODAY + timedelta(days=1))
    assert not card.isHidden()
    card.show_calls((), TODAY)
    assert card.isHidden()
