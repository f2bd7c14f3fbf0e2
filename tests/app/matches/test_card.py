"""Requirements of the card for asking a volunteer: it tells what is wished, and not by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.errors import Refused
from app.matches.queries.card import candidate_card_pdf
from tests.factories.clients import add_client
from tests.factories.letters import office_card
from tests.factories.matches import TODAY, wish
from tests.forms.reading import text_of

if TYPE_CHECKING:
    from app.office import Office

SECRETS = ("Erna", "Krüger", "Ricarda-Huch", "12a", "40595", "0211 998877", "1938", "24.11.",
           "Tochter heißt Ilse", "Politik")  # fmt: skip


def test_nobody_can_be_known_by_the_card(office: Office) -> None:
    office_card(office)
    erna = add_client(
        office, street="Ricarda-Huch-Straße", house_number="12a", postal_code="40595",
        city="Düsseldorf", phone="0211 998877", hint="Tochter heißt Ilse",
        languages=("de", "tr"), levels=("native", "some"),
    )  # fmt: skip
    wish(
        office,
        erna,
        traits=frozenset({("interest", "music"), ("pet", "cat")}),
        hours=((2, 600, 720),),
        about="Tochter heißt Ilse",
        no_goes="Politik",
    )
    text = text_of(office.ask(candidate_card_pdf, erna, "de", TODAY))
    for told in ("80", "89", "Deutsch", "Türkisch", "10:00–12:00"):
        assert told in text
    for secret in SECRETS:
        assert secret not in text


def test_the_card_of_nobody_is_refused(office: Office) -> None:
    with pytest.raises(Refused):
        office.ask(candidate_card_pdf, uuid4(), "de", TODAY)
