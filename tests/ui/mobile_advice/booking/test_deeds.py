"""What a key says after it did something to an appointment."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.mobile_advice.booking.queries import appointments_of
from app.mobile_advice.mediators.queries import list_requests
from tests.factories.booking import NINE, TEN, add_mediator, book, halt, request_mediator
from tests.factories.clients import add_client
from ui.mobile_advice.booking.deeds import CANCEL, Deeds

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk


def test_cancelling_says_that_the_mediator_is_freed_and_the_toast_asks_again(
    qtbot: QtBot, office: Office, desk: Desk
) -> None:
    made, person = halt(office, date(2026, 11, 26)), add_client(office)
    appointment = book(office, made.at(TEN), person_id=person)
    request_mediator(office, appointment_id=appointment, mediator_id=add_mediator(office))
    deeds = Deeds(desk, desk)
    said: list[tuple[str, Callable[[], None]]] = []
    deeds.said.connect(lambda words, undo: said.append((words, undo)))
    (row,) = office.ask(appointments_of, person)
    deeds.do(CANCEL, row)
    qtbot.waitUntil(lambda: len(said) == 1)
    words, undo = said[0]
    assert words.endswith("The mediator is no longer asked for; a task says who is to be told.")
    assert office.ask(list_requests) == ()
    with qtbot.waitSignal(deeds.done):
        undo()
    assert [one.state for one in office.ask(list_requests)] == ["requested"]


def test_cancelling_speaks_of_no_mediator_where_none_was_asked(
    qtbot: QtBot, office: Office, desk: Desk
) -> None:
    made, person = halt(office), add_client(office)
    book(office, made.at(NINE), person_id=person)
    deeds = Deeds(desk, desk)
    (row,) = office.ask(appointments_of, person)
    with qtbot.waitSignal(deeds.said) as heard:
        deeds.do(CANCEL, row)
    assert "mediator" not in heard.args[0]
