"""Matters on My day: what waits for oneself, what is overdue, who asks for access."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from app.referrals.handing_over.queries import RequestRow, referrals
from tests.conftest import NOW
from tests.factories.clients import add_client
from tests.factories.handing_over import refer
from tests.factories.institutions import add_institution
from tests.factories.letters import office_card
from ui.my_day.handed_card import HandedCard
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Office

TODAY = NOW.date()


def test_requests_stand_first_and_overdue_matters_stand_out(qtbot: QtBot, office: Office) -> None:
    office_card(office)
    erna = add_client(office, given_name="Erna", family_name="Krüger")
    body = add_institution(office, kind="authority", name="Amt für Soziales", country="DE")
    refer(office, erna, to_institution_id=body, due_on=TODAY)
    card = HandedCard()
    qtbot.addWidget(card)
    asked = RequestRow(uuid4(), 1, erna, "Ali Demir", "Zoe Amt", NOW, "Ich soll mit ihr sprechen.")

    card.show_handed(office.ask(referrals), (asked,), TODAY + timedelta(days=1))
    told = "\n".join(label.text() for label in card.findChildren(Label))
    assert told.index("Ali Demir") < told.index("Erna Krüger")
    assert "Waits for Amt für Soziales" in told

    card.show_handed((), (), TODAY)
    assert card.isHidden()
