"""Every delivered template in German, Danish and English is easy to read."""

from __future__ import annotations

import pytest

from app.letters.readability.findings import findings
from app.letters.readability.lists import targets
from app.letters.readability.report import report
from app.letters.readability.rules import LANGUAGES, Index, Kind
from app.letters.rules.body import sentences_of
from tests.factories.delivered import PAIRS, version

MEASURED = [(code, language) for code, language in PAIRS if language in LANGUAGES]


@pytest.mark.parametrize(("code", "language"), MEASURED)
def test_a_letter_meets_the_targets(code: str, language: str) -> None:
    found, aims = report(said(code, language), language), targets()
    indices = found.indices

    assert indices[Index.LIX] <= aims.lix_at_most
    assert indices[Index.AVERAGE_SENTENCE_LENGTH] <= aims.average_sentence_at_most
    assert found.longest_sentences[0].size <= aims.sentence_words_at_most
    if language == "de":
        assert indices[Index.FLESCH_AMSTAD] >= aims.flesch_amstad_at_least
        assert indices[Index.WSTF1] <= aims.wstf1_at_most


@pytest.mark.parametrize(("code", "language"), MEASURED)
def test_a_letter_is_free_of_officialese(code: str, language: str) -> None:
    marked = findings(said(code, language), language)
    kinds = {Kind.OFFICIALESE, Kind.DOUBLE_NEGATION, Kind.NOMINAL_STYLE, Kind.LONG_SENTENCE}

    assert [each for each in marked if each.kind in kinds] == []


def said(code: str, language: str) -> str:
    """Answer a letter as running text; the subject of a hearing must bear its legal name."""
    letter = version(code, language)
    return sentences_of(letter.body)
