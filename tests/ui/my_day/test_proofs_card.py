"""Proofs of volunteers on My day: the first are named, the rest counted."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from app.volunteers.queries import ExpiringProof
from app.volunteers.rules import ProofState
from ui.my_day.proofs_card import SHOWN, ProofsCard
from ui.widgets.labels import Label
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TODAY = date(2026, 11, 23)


def test_what_ends_first_is_named_and_the_rest_is_counted(qtbot: QtBot) -> None:
    card = ProofsCard()
    qtbot.addWidget(card)
    proofs = [
        ExpiringProof(uuid4(), f"Anja {number}", "Extended certificate of conduct",
                      ProofState.SOON, TODAY + timedelta(days=number))
        for number in range(SHOWN + 2)
    ]  # fmt: skip
    proofs[0] = proofs[0]._replace(state=ProofState.DELETE)
    card.show_proofs(proofs, TODAY)
    told = "\n".join(label.text() for label in card.findChildren(Label))
    assert "Extended certificate of conduct: delete the line" in told
    assert "Anja 4" in told
    assert "Anja 5" not in told
    assert "and 2 more" in told
    places: list[object] = []
    card.place_wanted.connect(places.append)
    card.acted.emit()
    assert places == [Place("volunteers", None, "to_do")]
    card.show_proofs((), TODAY)
    assert card.isHidden()
