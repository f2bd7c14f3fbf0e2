"""What readability means: counts of a text, the published indices, and the targets of letters.

Which index is meant for which language stands in `MEANT_FOR`; a number of the wrong language is
no more than a number. A number never makes a text "Leichte Sprache": only its readers can.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from math import sqrt
from typing import TYPE_CHECKING

from app.errors import N_, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = ("de", "da", "en")
"""The languages whose words, sentences and syllables are counted."""
LONG_WORD_LETTERS = 6
"""A word is long when it has more letters; LIX and the Wiener Sachtextformel agree."""
MANY_SYLLABLES = 3

NO_SUCH_LANGUAGE = N_("Readability is measured in German, Danish and English.")
NO_WORDS = N_("There are no words in {file}.")


class Index(StrEnum):
    """A readability index, by its name for programs."""

    LIX = "lix"
    FLESCH_AMSTAD = "flesch_amstad"
    WSTF1 = "wstf1"
    WSTF2 = "wstf2"
    WSTF3 = "wstf3"
    WSTF4 = "wstf4"
    GSMOG = "gsmog"
    FLESCH_READING_EASE = "flesch_reading_ease"
    AVERAGE_SENTENCE_LENGTH = "average_sentence_length"

    @property
    def label(self) -> str:
        """The name that people know it by; names are not translated."""
        return _NAMES.get(self, N_("Words in a sentence, on average"))


_NAMES = {
    Index.LIX: "LIX",
    Index.FLESCH_AMSTAD: "Flesch-Amstad",
    Index.WSTF1: "Wiener Sachtextformel 1",
    Index.WSTF2: "Wiener Sachtextformel 2",
    Index.WSTF3: "Wiener Sachtextformel 3",
    Index.WSTF4: "Wiener Sachtextformel 4",
    Index.GSMOG: "gSMOG",
    Index.FLESCH_READING_EASE: "Flesch Reading Ease",
}
_GERMAN = ("de",)
MEANT_FOR: dict[Index, tuple[str, ...]] = {
    Index.LIX: LANGUAGES,
    Index.FLESCH_AMSTAD: _GERMAN,
    Index.WSTF1: _GERMAN,
    Index.WSTF2: _GERMAN,
    Index.WSTF3: _GERMAN,
    Index.WSTF4: _GERMAN,
    Index.GSMOG: _GERMAN,
    Index.FLESCH_READING_EASE: ("en",),
    Index.AVERAGE_SENTENCE_LENGTH: LANGUAGES,
}
"""The languages that an index was made or is used for."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted in a text.

    A word is a run of letters, hyphens and apostrophes; "E-Mail-Adresse" is one. A figure, a
    date in figures, a time, a web or e-mail address is one word of one syllable and never long:
    it is seen at a glance and not spelt out. List marks ("1.", "a)", "-") at the beginning of a
    line are no words.
    """

    words: int
    sentences: int
    syllables: int
    long_words: int
    one_syllable_words: int
    three_plus_syllable_words: int


class Kind(StrEnum):
    """What makes a place in a text hard to read."""

    LONG_SENTENCE = "long_sentence"
    LONG_WORD = "long_word"
    PASSIVE = "passive"
    NOMINAL_STYLE = "nominal_style"
    DOUBLE_NEGATION = "double_negation"
    ABBREVIATION = "abbreviation"
    OFFICIALESE = "officialese"

    @property
    def label(self) -> str:
        """The English words for it, translated where they are shown."""
        return _KINDS[self]


_KINDS = {
    Kind.LONG_SENTENCE: N_("Long sentence"),
    Kind.LONG_WORD: N_("Long word"),
    Kind.PASSIVE: N_("Passive: who does it?"),
    Kind.NOMINAL_STYLE: N_("Many nouns: use verbs"),
    Kind.DOUBLE_NEGATION: N_("Double negation"),
    Kind.ABBREVIATION: N_("Abbreviation that is not explained"),
    Kind.OFFICIALESE: N_("Official jargon"),
}


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A place in a text, from `start` up to `end`, that is hard to read.

    `detail` helps to mend it: the words of a long sentence, the letters of a long word, the
    verb in the passive, the nouns, the negations, what an abbreviation stands for, or what to
    say instead; in the language of the text, or a number.
    """

    start: int
    end: int
    kind: Kind
    detail: str


@dataclass(frozen=True, slots=True)
class Targets:
    """What a letter to citizens aims at, and from where on a place in it is marked."""

    lix_at_most: float
    flesch_amstad_at_least: float
    wstf1_at_most: float
    average_sentence_at_most: float
    sentence_words_at_most: int
    word_letters_at_most: int
    nouns_of_action_at_most: int


def measure(counts: Counts) -> dict[Index, float]:
    """Answer every index of a text; raises `ValueError` when it has no words or sentences."""
    if not counts.words or not counts.sentences:
        message = "a text without words has no readability"
        raise ValueError(message)
    return {
        Index.LIX: lix(counts),
        Index.FLESCH_AMSTAD: flesch_amstad(counts),
        Index.WSTF1: wiener_1(counts),
        Index.WSTF2: wiener_2(counts),
        Index.WSTF3: wiener_3(counts),
        Index.WSTF4: wiener_4(counts),
        Index.GSMOG: gsmog(counts),
        Index.FLESCH_READING_EASE: flesch_reading_ease(counts),
        Index.AVERAGE_SENTENCE_LENGTH: sentence_length(counts),
    }


def sentence_length(counts: Counts) -> float:
    """Answer the words of a sentence, on average."""
    return counts.words / counts.sentences


def lix(counts: Counts) -> float:
    """Answer LIX (Björnsson): 24 and less is easy for all, 55 and more is the law."""
    return sentence_length(counts) + _percent(counts.long_words, counts)


def flesch_amstad(counts: Counts) -> float:
    """Answer Flesch's ease as Amstad adapted it to German: 0 very hard … 100 very easy."""
    return 180 - sentence_length(counts) - 58.5 * counts.syllables / counts.words


def flesch_reading_ease(counts: Counts) -> float:
    """Answer Flesch's reading ease for English: 0 very hard … 100 very easy."""
    return 206.835 - 1.015 * sentence_length(counts) - 84.6 * counts.syllables / counts.words


def wiener_1(counts: Counts) -> float:
    """Answer the first Wiener Sachtextformel (Bamberger, Vanecek): a school year, 4 … 15."""
    return (
        0.1935 * _percent(counts.three_plus_syllable_words, counts)
        + 0.1672 * sentence_length(counts)
        + 0.1297 * _percent(counts.long_words, counts)
        - 0.0327 * _percent(counts.one_syllable_words, counts)
        - 0.875
    )


def wiener_2(counts: Counts) -> float:
    """Answer the second Wiener Sachtextformel, for very easy texts up to the fifth year."""
    return (
        0.2007 * _percent(counts.three_plus_syllable_words, counts)
        + 0.1682 * sentence_length(counts)
        + 0.1373 * _percent(counts.long_words, counts)
        - 2.779
    )


def wiener_3(counts: Counts) -> float:
    """Answer the third Wiener Sachtextformel."""
    return (
        0.2963 * _percent(counts.three_plus_syllable_words, counts)
        + 0.1905 * sentence_length(counts)
        - 1.1144
    )


def wiener_4(counts: Counts) -> float:
    """Answer the fourth Wiener Sachtextformel."""
    return (
        0.2744 * _percent(counts.three_plus_syllable_words, counts)
        + 0.2656 * sentence_length(counts)
        - 1.693
    )


def gsmog(counts: Counts) -> float:
    """Answer SMOG as Bamberger and Vanecek adapted it to German: a school year."""
    return sqrt(counts.three_plus_syllable_words * 30 / counts.sentences) - 2


def _percent(part: int, counts: Counts) -> float:
    return 100 * part / counts.words


def check_language(language: str) -> tuple[Problem, ...]:
    """Answer what stands against measuring a text in a language."""
    return () if language in LANGUAGES else (Problem(NO_SUCH_LANGUAGE, "language"),)


BOUNDS: Mapping[str, tuple[int, int]] = {
    "lix_at_most": (15, 70),
    "flesch_amstad_at_least": (0, 100),
    "wstf1_at_most": (3, 15),
    "average_sentence_at_most": (5, 40),
    "sentence_words_at_most": (8, 60),
    "word_letters_at_most": (8, 40),
    "nouns_of_action_at_most": (0, 10),
}
"""From where to where each target may be set."""


def with_chosen(usual: Targets, chosen: Mapping[str, object]) -> Targets:
    """Answer the usual targets with those that an office chose; what is unfit is left out."""
    names = {field.name for field in fields(Targets)}
    fit = {
        name: value
        for name, value in chosen.items()
        if name in names and isinstance(value, int) and fits(value, *BOUNDS[name])
    }
    return replace(usual, **fit)


def fits(value: int | None, least: int, most: int) -> bool:
    """Answer whether a target lies within its bounds."""
    return value is not None and least <= value <= most
