"""Syllables are counted as by hand, on lists of five hundred words and more in each language."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.letters.readability.lists import syllable_parts
from app.letters.readability.rules import LANGUAGES
from app.letters.readability.syllables import syllables
from app.letters.readability.words import size

_HERE = Path(__file__).parent


def _counted_by_hand(language: str) -> dict[str, int]:
    """Answer words with their syllables: "Be-scheid", "E=Mail" or "AOK:3"."""
    lines = (_HERE / f"syllables_{language}.txt").read_text(encoding="utf-8").splitlines()
    counted: dict[str, int] = {}
    for written in (word for line in lines if not line.startswith("#") for word in line.split()):
        word, _colon, many = written.rpartition(":")
        if word:
            counted[word] = int(many)
        else:
            plain = written.replace("-", "").replace("=", "-")
            counted[plain] = written.replace("=", "-").count("-") + 1
    return counted


@pytest.mark.parametrize("language", LANGUAGES)
def test_five_hundred_words_were_counted_by_hand(language: str) -> None:
    assert len(_counted_by_hand(language)) >= 500


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_least_98_of_100_words_are_counted_right(language: str) -> None:
    counted = _counted_by_hand(language)

    wrong = {w: (n, syllables(w, language)) for w, n in counted.items()}
    wrong = {word: both for word, both in wrong.items() if both[0] != both[1]}

    assert len(wrong) <= 0.02 * len(counted), wrong


@pytest.mark.parametrize(
    ("language", "word", "many"),
    [
        ("de", "Beurteilung", 4),
        ("de", "Freund", 1),
        ("de", "be\u00adur\u00adteilen", 4),
        ("de", "Bundes·tag", 3),
        ("de", "BESCHEID", 2),
        ("de", "SGB", 3),
        ("de", "z", 1),
        ("de", "14.30", 1),
        ("de", "80-jährig", 3),
        ("da", "universitet", 5),
        ("da", "ideal", 3),
        ("en", "isn't", 2),
        ("en", "carer's", 2),
        ("en", "tournament", 3),
    ],
)
def test_syllables_of_odd_words(language: str, word: str, many: int) -> None:
    assert syllables(word, language) == many


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_address_and_a_figure_are_seen_and_not_spelt(language: str) -> None:
    assert size("www.beispiel.de/wohngeld", language) == (0, 1)
    assert size("hilfe@beispiel.de", language) == (0, 1)
    assert size("1.234,56", language) == (0, 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_listed_part_of_a_word_is_without_a_sound(language: str) -> None:
    assert all(many > 0 for many in syllable_parts(language).values())


@given(word=st.text(min_size=1, max_size=60), language=st.sampled_from(LANGUAGES))
def test_any_word_has_at_least_one_syllable(word: str, language: str) -> None:
    assert syllables(word, language) >= 1


@given(word=st.from_regex(r"[a-zäöüß]{1,30}", fullmatch=True))
def test_small_and_capital_letters_sound_alike(word: str) -> None:
    assert syllables(word, "de") == syllables(word.capitalize(), "de")
