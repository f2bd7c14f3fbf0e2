"""Terms of a text: words of offices with what to say instead, and unexplained abbreviations."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from app.letters.readability.lists import officialese, sentence_words, style_words
from app.letters.readability.rules import Finding, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from app.letters.readability.words import Word

_ENDINGS = ("", "e", "en", "er", "es", "em", "n", "s", "t", "st", "r", "et", "ne", "nen", "te")
_SHORTEST_STEM = 4
"""A shorter word takes no endings: "dels" is no "del"."""
_DOTTED = re.compile(r"(?<![\w.])(?:[^\W\d_]{1,8}\.[ \u00a0]?){1,4}")
_SPACES = re.compile(r"\s+")


class _Term(NamedTuple):
    rest: tuple[str, ...]
    """The words that follow the first one, in small letters."""
    instead: str


class TermList:
    """Terms by the word that begins them, so that a text is looked through once."""

    def __init__(self, terms: Mapping[str, str]) -> None:
        """Take terms with what to say instead; the longest of two that begin alike wins."""
        self._by_word: dict[str, list[_Term]] = {}
        self._found: dict[str, tuple[_Term, ...]] = {}
        for term in sorted(terms, key=lambda term: (-len(term.split()), term)):
            first, *rest = term.lower().split()
            self._by_word.setdefault(first, []).append(_Term(tuple(rest), terms[term]))

    def find(self, words: Sequence[Word]) -> Iterator[Finding]:
        """Find terms among the words of a sentence."""
        for at, word in enumerate(words):
            for term in self._beginning(word.text):
                last = at + len(term.rest)
                following = words[at + 1 : last + 1]
                if len(following) == len(term.rest) and all(map(_fits, following, term.rest)):
                    yield Finding(word.start, words[last].end, Kind.OFFICIALESE, term.instead)
                    break

    def _beginning(self, word: str) -> tuple[_Term, ...]:
        if word not in self._found:
            stems = (stem for stem in _stems(word.lower()) if stem in self._by_word)
            self._found[word] = tuple(term for stem in stems for term in self._by_word[stem])
        return self._found[word]


def _fits(word: Word, wanted: str) -> bool:
    return wanted in _stems(word.text.lower())


@lru_cache(maxsize=65536)
def _stems(word: str) -> tuple[str, ...]:
    """Answer the forms that a word can be an inflection of, itself first."""
    stems = [word]
    for ending in _ENDINGS[1:]:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_STEM:
            stems += [stem, stem + "e", stem + "en"]
    return tuple(dict.fromkeys(stems))


@lru_cache
def carried_terms(language: str) -> TermList:
    """Answer the terms that the program carries for a language."""
    return TermList(officialese(language))


def abbreviations(text: str, words: Sequence[Word], language: str) -> Iterator[Finding]:
    """Find abbreviations and words in capitals that the text explains nowhere, each once."""
    seen: set[str] = set()
    for found in _DOTTED.finditer(text):
        written = _SPACES.sub("", found.group())
        for start, end, known in _known(found.group(), written, language):
            if known not in seen:
                seen.add(known)
                place = found.start()
                detail = _meanings(language)[known]
                yield Finding(place + start, place + end, Kind.ABBREVIATION, detail)
    style = style_words(language)
    for word in words:
        short = word.text
        if short in seen or short in style.plain or not style.acronym.fullmatch(short):
            continue
        seen.add(short)
        if not _is_explained(text, short) and not _is_shouted(text, word):
            yield Finding(word.start, word.end, Kind.ABBREVIATION, "")


def _known(written: str, tight: str, language: str) -> Iterator[tuple[int, int, str]]:
    """Answer where the longest known abbreviation stands in a run of dotted letters."""
    meanings = _meanings(language)
    for known in (tight, *(part + "." for part in tight.split(".") if part)):
        if known in meanings:
            loose = re.compile(r"\s?".join(map(re.escape, known)))
            if at := loose.search(written):
                yield at.start(), at.end(), known
            return


@lru_cache
def _meanings(language: str) -> dict[str, str]:
    words, plain = sentence_words(language), style_words(language).plain
    listed = {**words.inside, **words.last, **words.either}
    return {short: meaning for short, meaning in listed.items() if short not in plain}


def _is_explained(text: str, short: str) -> bool:
    """Answer whether a bracket explains it: "Sozialgesetzbuch (SGB)" or "SGB (…)"."""
    return f"({short}" in text or f"{short} (" in text


def _is_shouted(text: str, word: Word) -> bool:
    """Answer whether the words beside it are in capitals too, as in a heading."""
    line = text[text.rfind("\n", 0, word.start) + 1 : word.end + 40].split("\n", 1)[0]
    return sum(map(str.isupper, line)) > sum(map(str.islower, line))
