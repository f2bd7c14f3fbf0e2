"""Names find each other however they are written."""
# ruff: noqa: RUF001 - letters of many scripts are what this file is about

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.clients.rules.names import fold, name_words

NAMES = st.text(max_size=30) | st.text(alphabet="aeouäöüÅæØß ´'-\u0308", max_size=20)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("muller", "Müller"),
        ("mueller", "Müller"),
        ("Müller", "Mueller"),
        ("aero", "Ærø"),
        ("Aage", "Åge"),
        ("age", "Aage"),
        ("Aaen", "Åen"),
        ("soren", "Sørensen"),
        ("soeren", "Søren"),
        ("goeth", "Göthe"),
        ("strauss", "Strauß"),
        ("lukasz", "Łukasz"),
        ("djoko", "Đjoković"),
        ("istanb", "İstanbullu"),
        ("isik", "Işık"),
        ("obrien", "O’Brien"),
        ("o'brien", "OBrien"),
        ("αθηνα", "Αθηνά"),
        ("ИВАН", "Иванов"),
        ("ي", "یوسف"),
        ("احمد", "أحمد"),
        ("MU\u0308LLER", "müller"),
    ],
)
def test_a_name_is_found_however_it_is_typed(typed: str, written: str) -> None:
    assert fold(written).startswith(fold(typed))


@pytest.mark.parametrize(("one", "other"), [("Hahn", "Hohn"), ("Lund", "Land"), ("Иван", "Ivan")])
def test_different_names_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(name=NAMES, rest=NAMES)
def test_the_folding_of_a_beginning_is_the_beginning_of_the_folding(name: str, rest: str) -> None:
    assert fold(name + rest).startswith(fold(name))


@given(name=st.text(max_size=60))
def test_a_folded_word_has_no_space_and_nothing_a_search_pattern_reads(name: str) -> None:
    for word in name_words(name):
        assert word
        assert not set(word) & set(" %_\\#")
        word.encode("utf-8")


def test_each_word_of_a_name_is_a_key_once() -> None:
    assert name_words("Anna Anna", "von Müller-Lüdenscheidt") == (
        "anna",
        "von",
        "muller",
        "ludenscheidt",
    )


def test_a_name_of_punctuation_has_no_words() -> None:
    assert name_words("%_ -", "…") == ()


def test_very_long_words_are_cut_so_that_every_database_can_index_them() -> None:
    (word,) = name_words("x" * 200)
    assert len(word) == 50
