"""A report counts a text as it is read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.letters.readability.report import report
from app.letters.readability.rules import LANGUAGES, Counts, Index

LETTER = """\
Ihr Termin am 14. Juli

Sehr geehrte Frau Muster,

Frau Dr. Beispiel besucht Sie um 14.30 Uhr. Bitte bringen Sie mit:
- Personalausweis
- E-Mail-Adresse
"""


def test_a_letter_is_counted_as_by_hand() -> None:
    # Sentences: subject, greeting, visit, "Bitte bringen Sie mit", two list items.
    # Long: geehrte, Beispiel, besucht, bringen, Personalausweis, E-Mail-Adresse.
    assert report(LETTER, "de").counts == Counts(
        words=23,
        sentences=6,
        syllables=41,
        long_words=6,
        one_syllable_words=12,
        three_plus_syllable_words=3,
    )


def test_the_longest_words_and_sentences_come_first() -> None:
    found = report(LETTER, "de")

    assert [word.text for word in found.longest_words][:2] == ["Personalausweis", "E-Mail-Adresse"]
    assert found.longest_words[0].size == 15
    assert found.longest_sentences[0].text.startswith("Frau Dr. Beispiel")
    assert found.longest_sentences[0].size == 8


def test_a_word_that_comes_twice_is_listed_once() -> None:
    assert len(report("Kontoauszug und Kontoauszug.", "de").longest_words) == 1


def test_a_list_mark_is_no_word() -> None:
    assert report("1. Anrufen\n2. Kommen", "de").counts.words == 2


@given(text=st.text(max_size=400), language=st.sampled_from(LANGUAGES))
def test_the_counts_of_any_text_fit_together(text: str, language: str) -> None:
    found = report(text, language)
    counts = found.counts

    assert counts.sentences <= counts.words <= counts.syllables or not counts.words
    assert counts.one_syllable_words + counts.three_plus_syllable_words <= counts.words
    assert counts.long_words <= counts.words
    assert bool(found.indices) is bool(counts.words)
    if counts.words:
        assert found.indices[Index.LIX] > 0
