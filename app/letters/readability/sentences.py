"""Sentences of a text: which full stops, question and exclamation marks end one.

A sentence ends at . ! ? … before a capital, a figure or the end of its block; never at a colon or
semicolon inside a line. Headings, list items and lines that stand for themselves are sentences.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from app.letters.readability.blocks import blocks
from app.letters.readability.lists import sentence_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.letters.readability.lists import SentenceWords

_CLOSING = "\"'”“’‘»«›‹)]"
_MARKS = re.compile(rf"[.!?…]+[{re.escape(_CLOSING)}]*(?=\s)")
_NEXT = re.compile(r"[\s\"'„“”»«›‹\u201a‘’(\[–—-]*(\w+)?")
_TOKEN = re.compile(r"[^\s(\[„“”»«›‹\u201a‘\"]+\Z")
_WORD_BEFORE = re.compile(r"([^\s.]+)\.?\s+\Z")
_DAY_AND_MONTH = re.compile(r"\d{1,2}\.\d{1,2}")
_ORDINAL = re.compile(r"\d{1,3}")
_ROMAN = re.compile(r"(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})")
_DOTTED = re.compile(r"[^\W\d_]{1,3}(?:\.[^\W\d_]{1,3})+")
_SPACES = re.compile(r"\s+")
_STREET = "str"
"""How German street names are cut short: "Hauptstr."."""
_REACH = 40
"""How many characters before a full stop can matter."""


class Sentence(NamedTuple):
    """A sentence where it stands in its text, without list marks and spaces around it."""

    start: int
    end: int


class _Stop(NamedTuple):
    """A mark that may end a sentence, and what stands around it."""

    before: str
    """What stands before the mark, a few words long."""
    token: str
    """The characters right before the mark, back to the last space or bracket."""
    mark: str
    following: str
    """The next word, empty before a sign."""


def sentences(text: str, language: str) -> Iterator[Sentence]:
    """Find the sentences of a text; pieces without a letter or figure are none."""
    words = sentence_words(language)
    for block in blocks(text, words.after_ordinals):
        start = block.start
        for found in _MARKS.finditer(text, block.start, block.end):
            if _is_end(text, found, language, start, block.end):
                yield from _trimmed(text, start, found.end())
                start = found.end()
        yield from _trimmed(text, start, block.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Sentence]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if any(map(str.isalnum, text[start:end])):
        yield Sentence(start, end)


def _is_end(text: str, found: re.Match[str], language: str, start: int, limit: int) -> bool:
    following = _NEXT.match(text, found.end(), limit)
    word = following.group(1) if following is not None else None
    if word is not None and word[0].islower():
        return False
    before = text[max(start, found.start() - _REACH) : found.start()]
    token = _TOKEN.search(before)
    stop = _Stop(before, token.group() if token else "", found.group(), word or "")
    if ")" in stop.mark and not _bracket_is_a_sentence(text[start : found.start()]):
        return False
    return _ends(stop, language)


def _bracket_is_a_sentence(before: str) -> bool:
    """Answer whether an open bracket began with the sentence: "(Das ist alles.) Dann …"."""
    opened = before.rfind("(")
    return opened < 0 or not before[:opened].strip(" \n\t\"'„»«“")


@lru_cache(maxsize=8192)
def _ends(stop: _Stop, language: str) -> bool:
    words = sentence_words(language)
    signs = stop.mark.rstrip(_CLOSING)
    if "!" in signs or "?" in signs:
        return True
    if signs != ".":
        return _starts(stop, words) or language != "de"
    return _full_stop_ends(stop, words, language)


def _full_stop_ends(stop: _Stop, words: SentenceWords, language: str) -> bool:
    if kind := _abbreviation(stop.before, language):
        return _abbreviation_ends(kind, stop, words)
    if stop.token[:1].isdigit():
        return _figure_ends(stop, words, language)
    if _DOTTED.fullmatch(stop.token) or _is_letter(stop.token) or _is_roman(stop.token, language):
        return _starts(stop, words)
    return True


def _abbreviation_ends(kind: str, stop: _Stop, words: SentenceWords) -> bool:
    is_figure = stop.following[:1].isdigit()
    if kind == "either":
        return _starts(stop, words)
    return kind != "inside" and not is_figure


def _starts(stop: _Stop, words: SentenceWords) -> bool:
    return stop.following in words.starters


def _is_letter(token: str) -> bool:
    return len(token) == 1 and token.isalpha()


def _is_roman(token: str, language: str) -> bool:
    return language != "en" and _ROMAN.fullmatch(token) is not None


def _figure_ends(stop: _Stop, words: SentenceWords, language: str) -> bool:
    """Answer whether a figure's full stop ends the sentence or makes it count in order."""
    before = _WORD_BEFORE.search(stop.before[: len(stop.before) - len(stop.token)])
    if before is not None and before.group(1).lstrip("(") in words.before_numbers:
        return True
    counts = _ORDINAL.fullmatch(stop.token) or _DAY_AND_MONTH.fullmatch(stop.token)
    if not counts or not stop.following:
        return True
    if stop.following[0].isdigit() or stop.following in words.after_ordinals:
        return False
    if stop.following.lower() in words.after_ordinals:
        return False
    return language != "de" or _starts(stop, words)


def _abbreviation(before: str, language: str) -> str:
    """Answer the kind of abbreviation that a full stop belongs to, "" for none."""
    known = _kinds(language)
    tokens = _SPACES.sub(" ", before).split(" ")
    for many in range(min(4, len(tokens)), 0, -1):
        written = "".join(tokens[-many:]).lstrip("([\"'„“»«\u201a‘") + "."
        if kind := known.get(written):
            return kind
    return "either" if tokens[-1].endswith(_STREET) else ""


@lru_cache
def _kinds(language: str) -> dict[str, str]:
    """Answer the kind of every abbreviation, also with a capital at the sentence's beginning."""
    words = sentence_words(language)
    kinds: dict[str, str] = {}
    for kind, listed in (
        ("counting", words.counting),
        ("either", words.either),
        ("last", words.last),
        ("inside", words.inside),
    ):
        for written in listed:
            kinds[written] = kind
            kinds.setdefault(written[0].upper() + written[1:], kind)
    return kinds
