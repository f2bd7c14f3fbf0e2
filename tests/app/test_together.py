"""Several questions asked as one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.clients.queries import client_card, client_reach
from app.together import together
from tests.factories.clients import add_client

if TYPE_CHECKING:
    from app.office import Office


def test_every_question_is_answered_in_its_place(office: Office) -> None:
    erna = add_client(office)
    questions = partial(client_card, client_id=erna), partial(client_reach, person_id=erna)
    card, reach = office.ask(together, *questions)
    assert (card, reach) == (office.ask(client_card, erna), office.ask(client_reach, erna))


def test_no_question_has_no_answer(office: Office) -> None:
    assert office.ask(together) == ()
