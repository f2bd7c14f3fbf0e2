"""A request in writing names the talk and never the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.errors import Refused
from app.mobile_advice.mediators.letters import request_paper
from tests.factories.booking import TODAY, add_pool, request_mediator
from tests.factories.clients import add_client
from tests.factories.letters import office_card
from tests.forms.reading import seen

if TYPE_CHECKING:
    from app.office import Office


def test_letter_and_mail_say_what_is_needed_and_not_for_whom(office: Office) -> None:
    office_card(office)
    person = add_client(office)
    pool = add_pool(office, email="pool@example.org")
    key = request_mediator(
        office, pool_id=pool, person_id=person, dialect="Levantine", gender_wish="female"
    )

    paper = office.ask(request_paper, key, TODAY)

    printed = " ".join(piece.text for piece in seen(paper.pdf))
    for said in (printed, paper.words):
        assert "Arabisch" in said
        assert "Levantine" in said
        assert "eine Frau" in said
        assert "Krüger" not in said
    assert paper.to == "pool@example.org"
    assert paper.subject == "Anfrage: Sprachmittlung am 26. November 2026"


def test_own_mediators_are_not_asked_in_writing(office: Office) -> None:
    with pytest.raises(Refused):
        office.ask(request_paper, request_mediator(office), TODAY)
