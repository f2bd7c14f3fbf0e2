"""Mediators on My day: the most urgent request first, and names are forgotten in time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.mobile_advice.booking.queries import appointment_row
from app.mobile_advice.mediators.queries import late_requests
from db.booking import Appointment
from tests.factories.booking import (
    NINE,
    TODAY,
    add_mediator,
    add_pool,
    book,
    halt,
    request_mediator,
)
from ui.my_day.daily_forgetting import DailyForgetting
from ui.my_day.day_line import DayLine
from ui.my_day.mediators_card import MediatorsCard
from ui.widgets.page import Place

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Act, Office
    from ui.desk import Desk
    from ui.my_day.day_row import DayRow


def test_what_comes_too_late_stands_first_and_without_any_the_card_goes(
    qtbot: QtBot, office: Office
) -> None:
    card = MediatorsCard()
    qtbot.addWidget(card)
    own = request_mediator(office, mediator_id=add_mediator(office))
    late = request_mediator(office, pool_id=add_pool(office))

    card.show_requests(office.ask(late_requests, TODAY), TODAY)
    rows = _rows(card)
    assert [row.place for row in rows] == [Place("mediators", late), Place("mediators", own)]
    assert rows[0].detail == "Pool A: ask until Mon 23 Nov"
    card.show_requests(office.ask(late_requests, TODAY), date(2026, 11, 24))
    assert _rows(card)[0].detail == "Too late for Pool A since Mon 23 Nov"
    card.show_requests((), TODAY)
    assert card.isHidden()


def _rows(card: MediatorsCard) -> list[DayRow]:
    return [line.row for line in card.findChildren(DayLine) if not line.isHidden()]


def test_names_are_forgotten_once_a_day(qtbot: QtBot, office: Office, desk: Desk) -> None:
    made = halt(office)
    key = book(office, made.at(NINE))
    office.act(_long_ago, key)
    forgetting = DailyForgetting(desk)

    forgetting.look()
    forgetting.look()

    def name() -> str:
        row = office.ask(appointment_row, key)
        return row.name if row is not None else "gone"

    qtbot.waitUntil(lambda: name() == "")


def _long_ago(act: Act, key: UUID) -> None:
    row = act.session.get(Appointment, key)
    assert row is not None
    row.day = TODAY - timedelta(days=90)
    act.touch("booking")
