"""What is typed to find a time is read as words, days and an hour, whatever it is."""

from __future__ import annotations

from datetime import date

import pytest

from app.mobile_advice.booking.queries.wishes import read_wish


@pytest.mark.parametrize(
    ("typed", "words", "days", "after"),
    [
        ("", (), (), 0),
        ("Garath 10", ("garath",), (), 600),
        ("müller 24.11. 9:30", ("muller",), ((24, 11),), 570),
        ("24.11.2026", (), ((24, 11),), 0),
        ("99:99", (), (), 24 * 60 + 59),
        ("% _ <b> 🎈 1.", ("<b>", "🎈"), (), 60),
    ],
)
def test_words_days_and_hours_are_told_apart(
    typed: str, words: tuple[str, ...], days: tuple[tuple[int, int], ...], after: int
) -> None:
    wish = read_wish(typed)

    assert (wish.words, wish.days, wish.after) == (words, days, after)


def test_a_day_that_is_not_ahead_means_none() -> None:
    assert read_wish("31.12.").on(date(2026, 11, 23), date(2026, 12, 1)) == []
    assert read_wish("24.11.").on(date(2026, 11, 23), date(2026, 12, 1)) == [date(2026, 11, 24)]
