"""Whoever rang once and has no card is forgotten like whoever was booked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from app.mobile_advice.advice.calling import close_call, note_call
from app.mobile_advice.advice.rules import CallbackDetails
from app.mobile_advice.booking.forgetting import are_names_due, forget_names
from db.advice import Callback
from tests.factories.clients import add_client

if TYPE_CHECKING:
    from datetime import date

    from app.office import Act, Office

LONG = timedelta(days=60)


def _long_ago(act: Act, key: UUID) -> None:
    row = act.session.get_one(Callback, key)
    row.taken_at -= LONG
    if row.tried_at is not None:
        row.tried_at -= LONG
    act.touch("advice")


def _today(act: Act) -> date:
    return act.local_now.date()


def _words(act: Act, key: UUID) -> str:
    row = act.session.get_one(Callback, key)
    return row.caller + row.phone + row.wish + row.note


def test_a_settled_call_is_forgotten_and_an_open_one_waits(office: Office) -> None:
    told = CallbackDetails("Frau Muster", "0211 1", wish="Pass")
    settled, waiting, known = (
        office.act(note_call, uuid4(), replace(told, person_id=person)).value
        for person in (None, None, add_client(office))
    )
    for key in (settled, known):
        office.act(close_call, key, 1, is_reached=True, note="Said yes.")
    today = office.act(_today).value
    assert not office.ask(are_names_due, today)
    for key in (settled, waiting, known):
        office.act(_long_ago, key)

    assert office.ask(are_names_due, today)
    assert office.act(forget_names).value == 1
    assert not office.ask(are_names_due, today)
    assert [bool(office.act(_words, key).value) for key in (settled, waiting, known)] == [
        False,
        True,
        True,
    ]
