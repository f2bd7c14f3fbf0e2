"""Kölner Phonetik as published, on folded words."""

from __future__ import annotations

import pytest

from app.clients.rules.phonetics import sound


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("wikipedia", "3412"),
        ("breschnew", "17863"),
        ("muller", "657"),
        ("ludenscheidt", "52682"),
        ("meyer", "67"),
        ("maier", "67"),
        ("phillip", "351"),
        ("axel", "0485"),
        ("christa", "4782"),
        ("cahn", "46"),
        ("schmidt", "862"),
        ("", ""),
        ("иванов", ""),
    ],
)
def test_words_have_the_published_code(word: str, code: str) -> None:
    assert sound(word) == code
