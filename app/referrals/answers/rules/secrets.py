"""What an answer must not say: carried words, and everything that stands in the record."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from app.clients.rules import fold
from app.errors import N_, Problem
from app.referrals.answers.rules.words import SecretKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SAYS_TOO_MUCH = N_(
    "\u201c{quote}\u201d says {what}. An answer must not say that: {law}. Source: {source}"
)

_WORDS = re.compile(r"\w+")
_Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SecretRule:
    """One kind of secret, with the beginnings of words that give it away."""

    kind: SecretKind
    law: str
    if_named: bool
    """Whether a consent that names it in its scope lets it pass."""
    words: tuple[str, ...]
    """Folded."""


@dataclass(frozen=True, slots=True)
class SecretRules:
    """What a country keeps secret, and how notes are compared."""

    rules: tuple[SecretRule, ...]
    law: str
    source: str
    run_words: int
    """So many words in a row that stand in the record are a quotation."""
    run_letters: int
    """Letters of at least one word of such a run: a run of small words is everybody's."""
    word_letters: int
    """A single word of the record gives it away from so many letters on."""


@dataclass(frozen=True, slots=True)
class RecordWords:
    """What the office has written about a person, made ready for comparing."""

    names: frozenset[str] = frozenset()
    """Folded names of the services and bodies that the person has to do with."""
    runs: frozenset[_Run] = frozenset()
    words: frozenset[str] = frozenset()
    outcome_runs: frozenset[_Run] = frozenset()
    outcome_words: frozenset[str] = frozenset()


class Leak(NamedTuple):
    """Something in a text that must not be said, by which rule."""

    kind: SecretKind
    quote: str
    law: str


NOTHING_KNOWN = RecordWords()


def words_in(text: str) -> list[str]:
    """Answer the folded words of a long text; fast, for whole files."""
    return [word for found in _WORDS.findall(text) if (word := _folded(found))]


def ready_record(
    rules: SecretRules, notes: Iterable[str], outcome: Iterable[str], names: Iterable[str]
) -> RecordWords:
    """Answer what stands in a record, ready to be compared with what is typed."""
    runs, words = _pieces(rules, notes)
    outcome_runs, outcome_words = _pieces(rules, outcome)
    bodies = frozenset(folded for name in names if (folded := " ".join(fold(name).split())))
    return RecordWords(bodies, runs, words, outcome_runs, outcome_words)


def find_leaks(
    text: str, rules: SecretRules, record: RecordWords, *, scope: str = "", told: str = ""
) -> tuple[Leak, ...]:
    """Answer everything in a text that must not be said, each kind and quotation once.

    `scope` is what the consent covers, in words; `told` is what the recipient said or is told
    anyway, so that it gives nothing away.
    """
    words = fold(text).split()
    covered, open_words = set(words_in(scope)), set(words_in(told))
    found = [
        *_by_words(words, rules, _spaced(scope)),
        *_by_names(words, rules, record, _spaced(f"{scope} {told}")),
        *_by_record(words, rules, record, covered | open_words),
    ]
    return tuple(dict.fromkeys(found))


def check_leaks(leaks: Iterable[Leak], rules: SecretRules, field: str) -> tuple[Problem, ...]:
    """Answer one sentence for each leak, which names the rule and its source."""
    return tuple(
        Problem(
            SAYS_TOO_MUCH,
            field,
            {
                "quote": leak.quote,
                "what": Problem(leak.kind.label),
                "law": leak.law,
                "source": rules.source,
            },
        )
        for leak in leaks
    )


def _by_words(words: list[str], rules: SecretRules, scope: str) -> Iterator[Leak]:
    typed = _spaced(" ".join(words))
    for rule in rules.rules:
        for begin in rule.words:
            is_covered = rule.if_named and f" {begin}" in scope
            if f" {begin}" in typed and not is_covered:
                yield Leak(rule.kind, _whole(begin, typed), rule.law)


def _by_names(
    words: list[str], rules: SecretRules, record: RecordWords, covered: str
) -> Iterator[Leak]:
    typed = _spaced(" ".join(words))
    law = _law_of(rules, SecretKind.MEASURE)
    for name in sorted(record.names):
        if f" {name} " in typed and f" {name} " not in covered:
            yield Leak(SecretKind.MEASURE, name, law)


def _by_record(
    words: list[str], rules: SecretRules, record: RecordWords, known: set[str]
) -> Iterator[Leak]:
    kinds = (
        (SecretKind.OUTCOME, record.outcome_runs, record.outcome_words),
        (SecretKind.NOTE, record.runs, record.words),
    )
    for kind, runs, single in kinds:
        law = _law_of(rules, kind)
        for run in _runs(words, rules.run_words):
            if run in runs and not known.issuperset(run):
                yield Leak(kind, " ".join(run), law)
        for word in words:
            if word in single and word not in known:
                yield Leak(kind, word, law)


def _pieces(rules: SecretRules, texts: Iterable[str]) -> tuple[frozenset[_Run], frozenset[str]]:
    runs: set[_Run] = set()
    single: set[str] = set()
    for text in texts:
        words = words_in(text)
        runs.update(
            run
            for run in _runs(words, rules.run_words)
            if len(max(run, key=len)) >= rules.run_letters
        )
        single.update(word for word in words if len(word) >= rules.word_letters)
    return frozenset(runs), frozenset(single)


def _runs(words: list[str], count: int) -> Iterator[_Run]:
    return zip(*(words[start:] for start in range(count)), strict=False)


def _law_of(rules: SecretRules, kind: SecretKind) -> str:
    return next((rule.law for rule in rules.rules if rule.kind is kind), rules.law)


def _spaced(text: str) -> str:
    return f" {' '.join(fold(text).split())} "


def _whole(begin: str, typed: str) -> str:
    """Answer the whole words of a text that begin as given."""
    start = typed.index(f" {begin}") + 1
    return typed[start : typed.index(" ", start + len(begin))]


@lru_cache(maxsize=65_536)
def _folded(word: str) -> str:
    return "".join(fold(word).split())
