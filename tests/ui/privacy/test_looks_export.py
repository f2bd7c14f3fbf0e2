"""Who looked at a person leaves the office in plain words and local times."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from app.journal.actions.taking_out import ATTACHMENT
from app.privacy.looking import ANSWER, CARD, LookRow
from tests.conftest import NOW
from ui.privacy.look_words import look_words
from ui.privacy.looks_export import looks_offer

ROW = LookRow("Karin Vogt", CARD, NOW, NOW + timedelta(minutes=20, microseconds=7), 3)


@pytest.mark.parametrize(
    ("what", "said"),
    [
        (CARD, "Opened the card"),
        (ANSWER, "Made an answer to a request"),
        (ATTACHMENT, "Took a file out of the journal"),
        ("of a newer program", "of a newer program"),
    ],
)
def test_a_look_is_said_in_words(what: str, said: str) -> None:
    assert look_words(what) == said


def test_each_look_is_a_row_with_local_times() -> None:
    person = uuid4()
    offer = looks_offer((ROW,), person)

    assert [column.cell(ROW) for column in offer.columns] == [
        "Karin Vogt",
        "Opened the card",
        datetime(2026, 11, 23, 10),  # noqa: DTZ001 - a cell shows local time
        datetime(2026, 11, 23, 10, 20),  # noqa: DTZ001 - as above
        3,
    ]
    assert offer.count == 1
    assert offer.person_of(ROW) == person
    assert not offer.is_protected(ROW)
