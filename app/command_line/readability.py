"""`nahbar readability`: how easily a text reads; needs no office."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.command_line.answer import Answer
from app.errors import N_, Problem, Refused, Unavailable
from app.letters.readability.report import report
from app.letters.readability.rules import MEANT_FOR, NO_WORDS
from resources.text import _

if TYPE_CHECKING:
    from argparse import Namespace

    from app.letters.readability.report import Long, Report

NO_FILE = N_("There is no text file {file} that can be read.")
NOT_UTF8 = N_("{file} is not text in UTF-8; save it in that encoding.")
TOO_LARGE = N_("{file} is larger than {megabytes} MB; give a single text.")
_STANDARD_INPUT = "-"
_LARGEST = 20_000_000
"""Bytes; a book has one or two million."""


def run(arguments: Namespace) -> Answer:
    """Measure a text; raises `Refused` when it holds no words, `Unavailable` without a file."""
    name: str = arguments.file
    found = report(_read(name), arguments.lang)
    if not found.counts.words:
        raise Refused(Problem(NO_WORDS, "file", {"file": name}))
    return Answer(_facts(name, arguments.lang, found), _lines(arguments.lang, found))


def _read(name: str) -> str:
    """Read a whole text; a mark of the byte order and Windows line ends are no trouble."""
    try:
        if name == _STANDARD_INPUT:
            content = sys.stdin.buffer.read(_LARGEST + 1)
        else:
            with Path(name).open("rb") as file:
                content = file.read(_LARGEST + 1)
    except (OSError, ValueError) as error:
        raise Unavailable(NO_FILE, file=name) from error
    if len(content) > _LARGEST:
        values = {"file": name, "megabytes": _LARGEST // 1_000_000}
        raise Refused(Problem(TOO_LARGE, "file", values))
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise Refused(Problem(NOT_UTF8, "file", {"file": name})) from error


def _facts(name: str, language: str, found: Report) -> dict[str, object]:
    counts = found.counts
    return {
        "file": name,
        "language": language,
        "words": counts.words,
        "sentences": counts.sentences,
        "syllables": counts.syllables,
        "long_words": counts.long_words,
        "one_syllable_words": counts.one_syllable_words,
        "three_plus_syllable_words": counts.three_plus_syllable_words,
        **{index.value: round(value, 4) for index, value in found.indices.items()},
        "meant_for": {index.value: list(languages) for index, languages in MEANT_FOR.items()},
        "longest_words": _listed(found.longest_words, "letters"),
        "longest_sentences": _listed(found.longest_sentences, "words"),
    }


def _listed(long: tuple[Long, ...], unit: str) -> list[dict[str, object]]:
    return [{"text": each.text, unit: each.size} for each in long]


def _lines(language: str, found: Report) -> tuple[str, ...]:
    """Answer lines for people: only the indices that are meant for the language."""
    counts = found.counts
    meant = [index for index in found.indices if language in MEANT_FOR[index]]
    return (
        _("Words: {count}").format(count=counts.words),
        _("Sentences: {count}").format(count=counts.sentences),
        _("Syllables: {count}").format(count=counts.syllables),
        _("Words of more than six letters: {count}").format(count=counts.long_words),
        _("Words of one syllable: {count}").format(count=counts.one_syllable_words),
        _("Words of three syllables and more: {count}").format(
            count=counts.three_plus_syllable_words
        ),
        *(f"{_(index.label)}: {found.indices[index]:.2f}" for index in meant),
        _("Longest words: {words}").format(
            words=", ".join(word.text for word in found.longest_words)
        ),
        *_longest(found),
    )


def _longest(found: Report) -> tuple[str, ...]:
    if not found.longest_sentences:
        return ()
    sentence = found.longest_sentences[0]
    text = " ".join(sentence.text.split())
    said = _("Longest sentence ({count} words): {text}")
    return (said.format(count=sentence.size, text=text),)
