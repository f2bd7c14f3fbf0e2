"""Tests of what a person is told who must decide about a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.mobile_advice.suitcase.asking import asking
from app.mobile_advice.suitcase.returning import Asked, Change
from app.mobile_advice.suitcase.rules import Verdict
from tests.factories.clients import add_client

if TYPE_CHECKING:
    from app.office import Office


def test_it_is_said_whose_row_it_is_and_what_both_say(office: Office) -> None:
    person = add_client(office, family_name="Adam")
    came = {"id": person.hex, "person_id": person.hex, "state": "done"}
    change = Change("appointment", person, came, {**came, "state": "booked"}, 1)
    home = {**came, "state": "no_show"}
    differing = {"state": "done"}
    asked = Asked(change, Verdict.ASK, home, differing, frozenset())
    found = office.ask(asking, asked)
    assert found.person == "Erna Adam"
    (field,) = found.fields
    assert (field.column, field.came, field.home, field.base) == (
        "state", "done", "no_show", "booked",
    )  # fmt: skip
