"""Every letter and paper that the program carries is easy to read."""

from __future__ import annotations

import re
from itertools import product
from string import Formatter

import pytest

from app.letters.readability.lists import targets
from app.letters.readability.report import Report, report
from app.letters.readability.rules import LANGUAGES, Index
from resources import path, read_text

ELSEWHERE = {"common", "templates"}
"""Measured letter by letter in tests/app/letters/templates."""
TEMPLATES = sorted(
    folder.name
    for folder in path("letters").iterdir()
    if folder.is_dir() and folder.name not in ELSEWHERE
)
EXAMPLES = {
    "day": "14.07.2026",
    "family_name": "Muster",
    "name": "Erika Muster",
    "visitor": "Frau Beispiel",
    "phone": "0211 899-8999",
    "office": "Beispiel",
    "number": "1",
    "count": "2",
}


def _text(template: str, language: str) -> str:
    """Answer all pieces of a text, filled in, each as a paragraph of its own."""
    written = read_text("letters", template, f"{language}.txt")
    named = {name for _text, name, _spec, _conversion in Formatter().parse(written) if name}
    values = EXAMPLES | dict.fromkeys(named - set(EXAMPLES), "Beispiel")
    return re.sub(r"^\[.*\]$", "\n", written, flags=re.MULTILINE).format(**values)


def _report(template: str, language: str) -> Report:
    return report(_text(template, language), language)


ALL = list(product(TEMPLATES, LANGUAGES))


@pytest.mark.parametrize(("template", "language"), ALL)
def test_a_text_meets_the_targets(template: str, language: str) -> None:
    found, aims = _report(template, language).indices, targets()

    assert found[Index.LIX] <= aims.lix_at_most
    assert found[Index.AVERAGE_SENTENCE_LENGTH] <= aims.average_sentence_at_most
    if language == "de":
        assert found[Index.FLESCH_AMSTAD] >= aims.flesch_amstad_at_least
        assert found[Index.WSTF1] <= aims.wstf1_at_most


@pytest.mark.parametrize(("template", "language"), ALL)
def test_no_sentence_of_a_text_is_long(template: str, language: str) -> None:
    longest = _report(template, language).longest_sentences[0]

    assert longest.size <= targets().sentence_words_at_most, longest.text


def test_the_targets_are_those_of_the_letter_studio() -> None:
    aims = targets()

    assert (aims.lix_at_most, aims.flesch_amstad_at_least, aims.wstf1_at_most) == (40, 55, 9)
    assert (aims.average_sentence_at_most, aims.sentence_words_at_most) == (14, 20)
