"""Sentences end where a reader ends them: a hundred cases in each language, all of them."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.letters.readability.lists import sentence_words
from app.letters.readability.rules import LANGUAGES
from app.letters.readability.sentences import sentences

_HERE = Path(__file__).parent


def _cases(language: str) -> list[str]:
    lines = (_HERE / f"sentences_{language}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def _text(case: str) -> str:
    text = case.replace(" | ", " ").replace("|", "").replace("⏎", "\n")
    return text.replace("{", "").replace("}", "")


def _wanted(case: str) -> list[str]:
    pieces = re.sub(r"\{[^}]*\}", "", case).replace("⏎", "\n").split("|")
    return [piece.strip() for piece in pieces]


def _found(text: str, language: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, language)]


CASES = [(language, case) for language in LANGUAGES for case in _cases(language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_a_hundred_cases(language: str) -> None:
    assert len(set(_cases(language))) == 100


@pytest.mark.parametrize(("language", "case"), CASES)
def test_a_case_is_split_as_by_hand(language: str, case: str) -> None:
    assert _found(_text(case), language) == _wanted(case)


@pytest.mark.parametrize(("language", "case"), CASES)
def test_windows_line_ends_change_nothing(language: str, case: str) -> None:
    found = _found(_text(case).replace("\n", "\r\n"), language)

    assert [piece.replace("\r\n", "\n") for piece in found] == _wanted(case)


@given(text=st.text(max_size=300), language=st.sampled_from(LANGUAGES))
def test_sentences_of_any_text_stand_in_order_and_lose_no_letter(text: str, language: str) -> None:
    spans = list(sentences(text, language))

    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_abbreviation_is_of_one_kind_only(language: str) -> None:
    words = sentence_words(language)
    kinds = (words.inside, words.last, words.either, words.counting)

    assert sum(map(len, kinds)) == len(set().union(*kinds))
    assert not [short for kind in kinds for short in kind if " " in short or short[-1] != "."]
