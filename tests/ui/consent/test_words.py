"""Consent is said in words that name what holds and since when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from app.consent.queries import ConsentRow, DisclosureRow
from app.consent.rules import Standing
from ui.consent.words import asked_words, details_line, kinds_words, standing_tone, standing_words

GIVEN = ConsentRow(
    UUID(int=1), 1, "passing_on", None, "", "Dr. Weber", "Phone", "given", date(2026, 10, 1),
    "written", None, None, "Anna Beispiel", "", Standing.GIVEN, is_current=True,
)  # fmt: skip


@pytest.mark.parametrize(
    ("row", "words", "tone"),
    [
        (GIVEN, "Given on 1 Oct 2026", "done"),
        (
            replace(GIVEN, expires_on=date(2027, 1, 1)),
            "Given on 1 Oct 2026, until 1 Jan 2027",
            "done",
        ),
        (
            replace(GIVEN, expires_on=date(2026, 11, 1), standing=Standing.EXPIRED),
            "Ended on 1 Nov 2026",
            "attention",
        ),
        (
            replace(GIVEN, state="refused", standing=Standing.REFUSED),
            "Refused on 1 Oct 2026",
            "danger",
        ),
        (
            replace(GIVEN, state="withdrawn", withdrawn_on=date(2026, 11, 2),
                    standing=Standing.WITHDRAWN),
            "Withdrawn on 2 Nov 2026",
            "danger",
        ),
        (replace(GIVEN, is_current=False), "Given on 1 Oct 2026", "plain"),
    ],
)  # fmt: skip
def test_an_answer_says_what_holds(row: ConsentRow, words: str, tone: str) -> None:
    assert standing_words(row) == words
    assert standing_tone(row) == tone


def test_an_answer_names_purpose_recipient_and_way() -> None:
    assert asked_words(GIVEN) == "Passing data on: Dr. Weber"
    assert asked_words(replace(GIVEN, purpose="pictures", recipient="")) == (
        "Taking and showing pictures"
    )
    assert details_line(GIVEN) == "In writing, signed · noted by Anna Beispiel · Phone"


def test_what_was_passed_on_is_told_by_kinds() -> None:
    row = DisclosureRow(
        UUID(int=2), datetime(2026, 11, 23, tzinfo=UTC), "Anna", "", "Dr. Weber", "Care",
        "contact,journal,of a newer version", "consent", "",
    )  # fmt: skip
    assert kinds_words(row) == "Contact data, Journal"
