"""What a code list is, how the office's own words lie over the delivered ones, what is allowed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import normalize

from app.errors import N_, Problem
from app.text_rules import check_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

LONGEST_LABEL = 80
"""In characters: a word on a chip, not a sentence."""
LONGEST_CODE = 40
NO_LABEL = N_("Say it in at least one language.")
LABEL_TAKEN = N_("This list has that word already.")
UNKNOWN_CODE = N_("This word is no longer in the list.")
LAST_CODE = N_("This is the last word that is offered. Add another one first.")

_PLAIN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "æ": "ae", "ø": "oe", "å": "aa"})


@dataclass(frozen=True, slots=True)
class Labels:
    """The same word in the languages of the program; "" where nobody said it."""

    de: str = ""
    da: str = ""
    en: str = ""

    def said_in(self, language: str) -> str:
        """Answer the word in a language, or in any other; "" where it has none."""
        mine: str = getattr(self, language, "")
        return mine or next(filter(None, (self.de, self.da, self.en)), "")

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said in any language."""
        return not (self.de or self.da or self.en)

    def stripped(self) -> Labels:
        """Answer the words without spaces around them."""
        return Labels(self.de.strip(), self.da.strip(), self.en.strip())


@dataclass(frozen=True)
class CodeList:
    """A list of the program whose words the office may change."""

    name: str
    title: str
    """English, translated where it is shown."""
    delivered: Mapping[str, str]
    """English words by code, in their order."""


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """What the office said of one code of a list."""

    id: UUID
    version: int
    list_name: str
    code: str
    labels: Labels
    position: int
    """Below 0 where the office chose the order of the list; else by when it was added."""
    is_active: bool


@dataclass(frozen=True, slots=True)
class Code:
    """One word of a list as it holds in the office."""

    code: str
    delivered: str
    """The delivered English word; "" for one that the office added."""
    labels: Labels
    """The office's own words; empty where the delivered one holds."""
    is_active: bool = True
    version: int = 0
    """Of the office's row; 0 where the office said nothing of it."""


def merged(codes: CodeList, own: Iterable[OwnEntry]) -> tuple[Code, ...]:
    """Answer a list as it holds: in the order the office chose, or else as it was delivered.

    What the office added since then comes last.
    """
    mine = {entry.code: entry for entry in own if entry.list_name == codes.name}
    placed = sorted(
        (entry for entry in mine.values() if entry.position < 0),
        key=lambda entry: (entry.position, entry.code),
    )
    rest = sorted(mine.values(), key=lambda entry: (entry.position, entry.code))
    order = dict.fromkeys(
        (*(one.code for one in placed), *codes.delivered, *(one.code for one in rest))
    )
    return tuple(_laid_over(code, codes.delivered.get(code, ""), mine.get(code)) for code in order)


def moved(order: Sequence[str], code: str, step: int) -> tuple[str, ...]:
    """Answer an order in which a code stands `step` places further down, as far as that goes."""
    rest = [other for other in order if other != code]
    place = min(max(0, order.index(code) + step), len(rest))
    return (*rest[:place], code, *rest[place:])


def _laid_over(code: str, delivered: str, own: OwnEntry | None) -> Code:
    if own is None:
        return Code(str(code), delivered, Labels())
    return Code(str(code), delivered, own.labels, own.is_active, own.version)


def check_labels(
    labels: Labels, others: Sequence[Code], *, is_delivered: bool
) -> tuple[Problem, ...]:
    """Answer what is wrong with the words of a code, beside "de", "da" and "en"."""
    problems: list[Problem] = []
    for field in ("de", "da", "en"):
        said = getattr(labels, field)
        problems += check_text(said, field, longest=LONGEST_LABEL)
        taken = {getattr(other.labels, field).casefold() for other in others}
        if said.strip() and said.strip().casefold() in taken:
            problems.append(Problem(LABEL_TAKEN, field))
    if not problems and labels.stripped().is_empty and not is_delivered:
        problems.append(Problem(NO_LABEL, "de"))
    return tuple(problems)


def code_for(labels: Labels, taken: Iterable[str]) -> str:
    """Answer a new code that can be read where the list is not at hand, such as "heat_plan"."""
    plain = (labels.en or labels.de or labels.da).casefold().translate(_PLAIN)
    letters = "".join(one for one in normalize("NFKD", plain) if one.isascii())
    stem = re.sub(r"[^a-z0-9]+", "_", letters).strip("_")[:LONGEST_CODE] or "own"
    known, code, number = set(taken), stem, 2
    while code in known:
        code, number = f"{stem}_{number}", number + 1
    return code
