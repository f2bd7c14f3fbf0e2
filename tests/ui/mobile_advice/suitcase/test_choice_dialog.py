"""Tests of the question what is to stand, field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from app.mobile_advice.suitcase.asking import AskedField, Asking
from app.mobile_advice.suitcase.fitting import Blocked
from app.mobile_advice.suitcase.returning import Asked, Change
from app.mobile_advice.suitcase.rules import Verdict
from ui.mobile_advice.suitcase.choice_dialog import ChoiceDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


FIELDS = (
    AskedField("state", "booked", "no_show", "booked", is_proposed=True),
    AskedField("starts_at", 560, 540, 540, is_proposed=False),
    AskedField("note", "Kommt später", "War nicht da", "", is_proposed=False),
)


def _asking(verdict: Verdict, blocked: Blocked | None = None) -> Asking:
    change = Change("appointment", uuid4(), {}, None, 0)
    asked = Asked(change, verdict, None, {}, frozenset(), blocked)
    fields = FIELDS if verdict is Verdict.ASK else ()
    return Asking(asked, "appointment", "Appointments", "Erna Adam", verdict, blocked, fields, {})


def test_news_are_proposed_and_both_texts_can_stand(qtbot: QtBot) -> None:
    dialog = ChoiceDialog(None, _asking(Verdict.ASK), 1, 2)
    qtbot.addWidget(dialog)
    assert dialog.decision().taken == {"state"}
    state, start, note = dialog.choices
    assert (state.row.mine_words, start.row.theirs_words) == ("Did not come", "09:20")
    assert note.both is not None
    note.both.setChecked(True)
    assert set(dialog.decision().together) == {"note"}
    assert {"Kommt später", "War nicht da"} <= set(dialog.decision().together["note"].split("\n"))


def test_a_row_without_room_is_brought_or_left(qtbot: QtBot) -> None:
    dialog = ChoiceDialog(None, _asking(Verdict.ASK_GONE, Blocked.TIME_TAKEN), 1, 1)
    qtbot.addWidget(dialog)
    assert dialog.decision().brings
    dialog._sides.button(1).setChecked(True)
    assert not dialog.decision().brings
