"""The formulas agree with the published vectors."""

from __future__ import annotations

import pytest

from app.errors import Refused
from app.letters.readability import rules
from app.letters.readability.findings import findings
from app.letters.readability.report import report
from app.letters.readability.rules import MEANT_FOR, Counts, Index, Kind, measure

EASY = Counts(100, 10, 160, 18, 55, 10)
MIDDLE = Counts(100, 6, 190, 30, 45, 20)
HARD = Counts(100, 4, 230, 45, 35, 32)


@pytest.mark.parametrize(
    ("words", "long_words", "sentences", "lix"),
    [(490582, 70206, 48544, 24.42), (128409, 33373, 10514, 38.20), (945, 221, 78, 35.50)],
)
def test_lix_of_the_published_texts(
    words: int, long_words: int, sentences: int, lix: float
) -> None:
    assert rules.lix(Counts(words, sentences, 0, long_words, 0, 0)) == pytest.approx(lix, abs=0.005)


@pytest.mark.parametrize(
    ("counts", "lix", "amstad", "wiener", "gsmog"),
    [
        (EASY, 28.00, 76.40, (3.268, 3.381, 3.754, 3.707), 3.477),
        (MIDDLE, 46.67, 52.18, (8.201, 8.157, 7.987, 8.222), 8.000),
        (HARD, 70.00, 20.45, (14.189, 14.027, 13.130, 13.728), 13.492),
    ],
)
def test_indices_of_known_counts(
    counts: Counts, lix: float, amstad: float, wiener: tuple[float, ...], gsmog: float
) -> None:
    found = measure(counts)

    assert found[Index.LIX] == pytest.approx(lix, abs=0.005)
    assert found[Index.FLESCH_AMSTAD] == pytest.approx(amstad, abs=0.006)
    names = (Index.WSTF1, Index.WSTF2, Index.WSTF3, Index.WSTF4)
    assert [found[name] for name in names] == pytest.approx(wiener, abs=0.0006)
    assert found[Index.GSMOG] == pytest.approx(gsmog, abs=0.0006)


def test_reading_ease_is_that_of_flesch() -> None:
    # Ten words in a sentence, 1.6 syllables in a word: 206.835 - 10.15 - 135.36.
    assert rules.flesch_reading_ease(EASY) == pytest.approx(61.325)
    assert rules.sentence_length(EASY) == 10


def test_a_text_without_words_has_no_indices() -> None:
    with pytest.raises(ValueError, match="without words"):
        measure(Counts(0, 0, 0, 0, 0, 0))

    assert not report("... – !", "de").indices


def test_every_index_says_what_it_is_meant_for() -> None:
    assert set(MEANT_FOR) == set(Index) == set(measure(EASY))
    assert MEANT_FOR[Index.WSTF1] == ("de",)
    assert MEANT_FOR[Index.FLESCH_READING_EASE] == ("en",)
    assert all(index.label for index in Index)
    assert all(kind.label for kind in Kind)


@pytest.mark.parametrize("measured", [report, findings])
def test_another_language_is_refused(measured: object) -> None:
    assert callable(measured)
    with pytest.raises(Refused) as refused:
        measured("Bonjour", "fr")

    assert refused.value.problems[0].field == "language"
