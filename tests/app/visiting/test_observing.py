"""What can be noticed on a visit: each word has its severity, each severity its days."""

from __future__ import annotations

from datetime import date

import pytest

from app.visiting.observing import activity_list, flag_list, observations, sentences
from app.visiting.rules import Severity, severest

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("code", "severity", "due"),
    [
        ("suicidal", Severity.DANGER, date(2026, 11, 23)),
        ("fall", Severity.URGENT, date(2026, 11, 24)),
        ("neglect", Severity.SOON, date(2026, 11, 30)),
        ("wants_advice", Severity.WATCH, date(2026, 12, 7)),
        ("added_by_the_office", Severity.SOON, date(2026, 11, 30)),
    ],
)
def test_the_more_serious_the_sooner_it_is_followed_up(
    code: str, severity: Severity, due: date
) -> None:
    known = observations()
    assert known.severity_of(code, TODAY) is severity
    assert known.due_on(severity, TODAY) == due


def test_the_most_serious_of_several_counts() -> None:
    assert severest([Severity.SOON, Severity.DANGER, Severity.WATCH]) is Severity.DANGER
    assert severest([]) is None


def test_every_word_of_the_lists_is_translated_with_the_program() -> None:
    said = set(sentences())
    assert set(flag_list().delivered.values()) | set(activity_list().delivered.values()) <= said
    assert observations().label(Severity.DANGER, TODAY) in said
