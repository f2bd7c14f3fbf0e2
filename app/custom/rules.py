"""What an own field is, which kinds there are, and how what is filled in is written down."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.codes.rules import LONGEST_LABEL, NO_LABEL, Labels
from app.errors import N_, Problem
from app.text_rules import NAME_LENGTH, check_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

MOST_FIELDS = 30
"""Own fields that are offered at once: every field must earn its place."""
MOST_CHOICES = 30
YES, NO = "yes", "no"


class FieldKind(StrEnum):
    """What can be filled in."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"
    YES_NO = "yes_no"


KIND_LABELS: Mapping[FieldKind, str] = MappingProxyType(
    {
        FieldKind.TEXT: N_("A line of text"),
        FieldKind.NUMBER: N_("A number"),
        FieldKind.DATE: N_("A day"),
        FieldKind.CHOICE: N_("One of several words"),
        FieldKind.YES_NO: N_("Yes or no"),
    }
)

NO_KIND = N_("Choose what is filled in.")
NO_CHOICES = N_("Say at least two words to choose from, one in each line.")
CHOICE_TWICE = N_("The word {word} stands there twice.")
TOO_MANY_CHOICES = N_("At most {most} words can be offered.")
TOO_MANY_FIELDS = N_("An office offers at most {most} own fields. Retire one first.")
NO_NUMBER = N_("This is not a number.")
NO_DAY = N_("This is not a day.")
NOT_OFFERED = N_("Choose one of the words that are offered.")


@dataclass(frozen=True, slots=True)
class FieldDetails:
    """The form of an own field."""

    labels: Labels = field(default_factory=Labels)
    kind: str = FieldKind.TEXT
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnField:
    """An own field of the office."""

    id: UUID
    version: int
    details: FieldDetails
    position: int
    is_active: bool


@dataclass(frozen=True, slots=True)
class FilledField:
    """An own field with what stands in it about one person; "" for nothing."""

    field: OwnField
    entry: str
    version: int
    """Of what is filled in; 0 where nothing is."""


def check_field(details: FieldDetails) -> tuple[Problem, ...]:
    """Answer what is wrong with the form of a field."""
    problems: list[Problem] = []
    for name in ("de", "da", "en"):
        problems += check_text(getattr(details.labels, name), name, longest=LONGEST_LABEL)
    if not problems and details.labels.stripped().is_empty:
        problems.append(Problem(NO_LABEL, "de"))
    if details.kind not in set(FieldKind):
        problems.append(Problem(NO_KIND, "kind"))
    if details.kind == FieldKind.CHOICE:
        problems += _check_choices(details.choices)
    return tuple(problems)


def _check_choices(choices: tuple[str, ...]) -> tuple[Problem, ...]:
    if len(choices) < 2:  # noqa: PLR2004 - one word is no choice
        return (Problem(NO_CHOICES, "choices"),)
    if len(choices) > MOST_CHOICES:
        return (Problem(TOO_MANY_CHOICES, "choices", {"most": MOST_CHOICES}),)
    twice = next((word for word in choices if choices.count(word) > 1), None)
    if twice is not None:
        return (Problem(CHOICE_TWICE, "choices", {"word": twice}),)
    for word in choices:
        if problems := check_text(word, "choices", longest=LONGEST_LABEL, required=True):
            return problems
    return ()


def check_entry(details: FieldDetails, entry: str, name: str) -> tuple[Problem, ...]:
    """Answer what is wrong with what is filled in, naming the field `name`; "" is nothing."""
    if not entry:
        return ()
    wrong = {
        FieldKind.NUMBER: NO_NUMBER if not _is_number(entry) else "",
        FieldKind.DATE: NO_DAY if _day(entry) is None else "",
        FieldKind.CHOICE: "" if entry in details.choices else NOT_OFFERED,
        FieldKind.YES_NO: "" if entry in {YES, NO} else NOT_OFFERED,
    }.get(FieldKind(details.kind), "")
    return (Problem(wrong, name),) if wrong else check_text(entry, name, longest=NAME_LENGTH)


def _is_number(entry: str) -> bool:
    body = entry.removeprefix("-").replace(",", ".", 1)
    whole, _dot, part = body.partition(".")
    return whole.isascii() and whole.isdigit() and (not part or (part.isascii() and part.isdigit()))


def _day(entry: str) -> date | None:
    try:
        return date.fromisoformat(entry)
    except ValueError:
        return None
