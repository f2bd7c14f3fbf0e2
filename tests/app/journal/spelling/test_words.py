"""What counts as a word: not numbers, addresses or abbreviations."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.journal.spelling.words import LONGEST, finder, words_of


def texts(text: str) -> list[str]:
    return [word.text for word in words_of(text)]


def test_words_are_found_where_they_stand() -> None:
    assert [tuple(word) for word in words_of("Frau Ölmann, hört.")] == [
        ("Frau", 0),
        ("Ölmann", 5),
        ("hört", 13),
    ]


def test_hyphens_and_apostrophes_hold_words_together() -> None:
    assert texts("e-mail Anna's geht’s - nein") == ["e-mail", "Anna's", "geht’s", "nein"]


def test_numbers_addresses_and_abbreviations_are_no_words() -> None:
    address = "https:" + "//x.y"
    assert texts(f"am 24.11. um 14h an a.b@c.de, www.amt.de/x {address} SGB XII B2b") == [
        "am",
        "um",
        "an",
    ]


def test_nothing_longer_than_a_word_can_be_is_looked_up() -> None:
    assert texts("a" * (LONGEST + 1)) == []


@given(text=st.text(max_size=300))
def test_every_word_stands_in_its_text(text: str) -> None:
    for word in words_of(text):
        assert text[word.start : word.start + len(word.text)] == word.text


@given(text=st.text("ab-'@.1 \n", max_size=60))
def test_words_are_found_again_where_they_stand(text: str) -> None:
    words = list(words_of(text))
    pattern = finder({word.text for word in words})
    found = {match.start(): match[0] for match in pattern.finditer(text)} if pattern else {}
    for word in words:
        if not set("@.1") & set(text):
            assert found.get(word.start) == word.text
