"""Findings: the places of a text that are hard to read, for the editor to mark."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from app.errors import Refused
from app.letters.readability.lists import officialese, targets
from app.letters.readability.reading import read, words_of
from app.letters.readability.rules import Finding, Kind, check_language
from app.letters.readability.style import clauses, negations, nominal, passive
from app.letters.readability.terms import TermList, abbreviations, carried_terms
from app.letters.readability.words import Word, size

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from app.letters.readability.rules import Targets


def findings(
    text: str,
    language: str,
    *,
    aims: Targets | None = None,
    own_terms: Mapping[str, str] | None = None,
) -> tuple[Finding, ...]:
    """Answer what is hard to read in a text, in the order of its places.

    `aims` are an office's own targets, `own_terms` its own words of offices with what to say
    instead ("" lets a carried term pass). Raises `Refused` for a language that is not known.
    """
    if problems := check_language(language):
        raise Refused(*problems)
    aims = aims or targets()
    terms = carried_terms(language) if own_terms is None else _merged(language, own_terms)
    found: list[Finding] = []
    every: list[Word] = []
    for sentence in read(text, language):
        at = sentence.start
        every += (Word(w.start + at, w.end + at, w.text) for w in sentence.words)
        found += (
            Finding(each.start + at, each.end + at, each.kind, each.detail)
            for each in _of_sentence(sentence.text, language, aims, terms)
        )
    found += abbreviations(text, every, language)
    return tuple(sorted(found))


@lru_cache(maxsize=4096)
def _of_sentence(
    sentence: str, language: str, aims: Targets, terms: TermList
) -> tuple[Finding, ...]:
    """Answer what is hard in a sentence, with places that count from its beginning."""
    inside = words_of(sentence)
    found: list[Finding] = []
    if len(inside) > aims.sentence_words_at_most:
        found.append(Finding(0, len(sentence), Kind.LONG_SENTENCE, str(len(inside))))
    found += terms.find(inside)
    found += nominal(inside, language, aims.nouns_of_action_at_most)
    for clause in clauses(sentence, inside):
        found += passive(clause, language)
        found += negations(clause, language)
    found += _long_words(inside, language, aims.word_letters_at_most)
    return tuple(found)


def _long_words(every: Sequence[Word], language: str, most: int) -> Iterator[Finding]:
    for word in every:
        letters, _syllables = size(word.text, language)
        if letters > most:
            yield Finding(word.start, word.end, Kind.LONG_WORD, str(letters))


def _merged(language: str, own_terms: Mapping[str, str]) -> TermList:
    return _with_own(language, tuple(sorted(own_terms.items())))


@lru_cache(maxsize=8)
def _with_own(language: str, own_terms: tuple[tuple[str, str], ...]) -> TermList:
    merged = {**officialese(language), **dict(own_terms)}
    return TermList({term: instead for term, instead in merged.items() if instead})
