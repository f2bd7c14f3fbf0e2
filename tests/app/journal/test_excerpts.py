"""Requirements of folding notes for the search, and of the pieces that show why one was found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.clients.rules.names import WORD_LENGTH, fold
from app.journal.rules.excerpts import WIDTH, Excerpt, Excerpts
from app.journal.rules.searching import (
    MARK,
    filter_marks,
    has_all,
    index_words,
    is_found,
    typed_words,
    word_places,
)

LETTERS = st.text(
    st.characters(categories=["L", "Nd", "Zs", "P", "Cc"]) | st.sampled_from("äöüæøåßaeou' \n"),
    max_size=60,
)


@given(LETTERS)
def test_words_of_notes_are_folded_as_names_are(text: str) -> None:
    words = [word for word, _start, _end in word_places(text)]
    assert words == [word[:WORD_LENGTH] for word in fold(text).split()]


@given(st.text(max_size=60))
def test_every_word_stands_where_it_says(text: str) -> None:
    last = 0
    for word, start, end in word_places(text):
        assert word
        assert word.isalnum() or not word.isascii()
        assert last <= start + 1
        assert start < end <= len(text)
        last = end


@given(LETTERS, st.integers(1, 20))
def test_what_is_begun_to_be_typed_is_found(text: str, length: int) -> None:
    for word in text.split():
        beginning = word[:length]
        typed = typed_words(beginning)
        if len(typed) == 1 and len(typed[0]) > 1 and len(index_words(word)) == 1:
            assert has_all(text, typed)


def test_a_single_letter_is_a_whole_word() -> None:
    assert is_found("b", "b")
    assert not is_found("bad", "b")
    assert is_found("bad", "ba")
    assert has_all("Haus B", ("haus", "b"))
    assert not has_all("Haus Bad", ("haus", "b"))
    assert has_all("anything", ())


def test_long_typing_looks_for_its_longest_words() -> None:
    typed = " ".join("a" + "b" * length for length in range(1, 13))
    assert [len(word) for word in typed_words(typed)] == list(range(13, 5, -1))


def test_marks_are_no_words() -> None:
    marks = filter_marks("Anna Beispiel", "third_party", "pension_benefit housing")
    assert marks == tuple(
        MARK + mark for mark in ("aannabeispiel", "mthirdparty", "tpensionbenefit", "thousing")
    )
    assert all(mark not in index_words(" ".join(marks)) for mark in marks)
    assert filter_marks("", "", "") == ()


def test_a_short_note_is_its_own_excerpt() -> None:
    assert Excerpts(("mull",)).of("Bei Müllers\nam Abend") == Excerpt(
        "Bei Müllers am Abend", ((4, 11),)
    )


def test_a_long_note_is_shown_around_its_first_hit() -> None:
    text = "Anfang " * 30 + "dann Müller und Mueller im Garten " + "Ende " * 100
    shown = Excerpts(("mull", "gart")).of(text)
    assert shown.text.startswith("…Anfang")
    assert shown.text.endswith("Ende…")
    assert len(shown.text) <= WIDTH + 2
    assert [shown.text[one:two] for one, two in shown.spans] == ["Müller", "Mueller", "Garten"]


def test_without_a_hit_the_beginning_is_shown() -> None:
    assert Excerpts(()).of("word " * 100).text == ("word " * 35).strip() + "…"
    assert Excerpts(("x",)).of("word") == Excerpt("word", ())


@pytest.mark.parametrize("text", ["x" * 20_000, "x" * 10_000 + " müller", "", "\n" * 300 + "mull"])
def test_an_excerpt_stays_short_whatever_the_note_is(text: str) -> None:
    shown = Excerpts(("mull",)).of(text)
    assert len(shown.text) <= WIDTH + 2
    assert "\n" not in shown.text


@given(st.text(max_size=400), st.lists(st.sampled_from(["a", "mu", "be", "1"]), max_size=3))
def test_what_is_marked_is_what_was_looked_for(text: str, wanted: list[str]) -> None:
    shown = Excerpts(wanted).of(text)
    for start, end in shown.spans:
        assert 0 <= start < end <= len(shown.text)
        piece = shown.text[start:end]
        found = index_words(piece)
        cut = end >= len(shown.text) - 1
        assert cut or any(is_found(word, one) for word in found for one in wanted)
