"""The checklist of a service: dated items, each with the reason why it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from app.errors import N_, Problem
from app.text_rules import check_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ANSWER_LENGTH = 2_000
"""Longest answer, in characters."""

NOT_OFFERED = N_("Please choose one of the entries offered.")
NOT_A_DAY = N_("This is not a date.")
NOT_ASKED = N_("This is no longer asked. Please open the request again.")

_YES_NO = frozenset({"yes", "no"})


class ItemKind(StrEnum):
    """How an item is answered."""

    TEXT = "text"
    YES_NO = "yes_no"
    CHOICE = "choice"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One item; label, hint, group and choices are English and translated where shown."""

    code: str
    kind: ItemKind
    label: str
    hint: str = ""
    """Why it is asked, or how to answer."""
    group: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    """Codes with their words, for a choice."""
    countries: frozenset[str] = frozenset()
    """Where it is asked ("DE", "DK"); everywhere when it is empty."""


@dataclass(frozen=True, slots=True)
class Checklist:
    """What is asked for one service from a day on, and where that list comes from."""

    service: str
    valid_from: date
    source: str
    items: tuple[ChecklistItem, ...]

    def within(self, country: str) -> tuple[ChecklistItem, ...]:
        """Answer the items that are asked in a country."""
        return tuple(i for i in self.items if not i.countries or country in i.countries)


def read_checklists(service: str, data: Mapping[str, Any]) -> tuple[Checklist, ...]:
    """Answer the versions of a service's list from its TOML form, oldest first.

    Raises `ValueError` when a code stands in a version twice, or a choice has no choices.
    """
    versions = [
        Checklist(
            service,
            version["valid_from"],
            version["source"],
            tuple(_read_item(item) for item in version["items"]),
        )
        for version in data["versions"]
    ]
    for version in versions:
        codes = [item.code for item in version.items]
        if len(set(codes)) < len(codes):
            message = f"the checklist of {service} has a code twice"
            raise ValueError(message)
        if any(item.kind is ItemKind.CHOICE and not item.choices for item in version.items):
            message = f"the checklist of {service} has a choice without choices"
            raise ValueError(message)
    return tuple(sorted(versions, key=lambda version: version.valid_from))


def checklist_on(versions: Iterable[Checklist], day: date) -> Checklist:
    """Answer the version that holds on a day; before the first one, the first."""
    known = list(versions)
    return next((one for one in reversed(known) if one.valid_from <= day), known[0])


def check_answers(
    items: Iterable[ChecklistItem], answers: Mapping[str, str]
) -> tuple[Problem, ...]:
    """Answer what is wrong with the answers; every item may stay open. Fields are codes."""
    known = {item.code: item for item in items}
    return tuple(
        problem
        for code, answer in answers.items()
        if answer
        for problem in (
            _check_answer(known[code], answer) if code in known else (Problem(NOT_ASKED),)
        )
    )


def _check_answer(item: ChecklistItem, answer: str) -> tuple[Problem, ...]:
    if item.kind is ItemKind.TEXT:
        return check_text(answer, item.code, longest=ANSWER_LENGTH, lines=True)
    if item.kind is ItemKind.DATE:
        return () if _is_day(answer) else (Problem(NOT_A_DAY, item.code),)
    is_yes_no = item.kind is ItemKind.YES_NO
    offered = _YES_NO if is_yes_no else {code for code, _words in item.choices}
    return () if answer in offered else (Problem(NOT_OFFERED, item.code),)


def _is_day(answer: str) -> bool:
    try:
        date.fromisoformat(answer)
    except ValueError:
        return False
    return True


def _read_item(data: Mapping[str, Any]) -> ChecklistItem:
    return ChecklistItem(
        code=data["code"],
        kind=ItemKind(data["kind"]),
        label=data["label"],
        hint=data.get("hint", ""),
        group=data.get("group", ""),
        choices=tuple(data.get("choices", {}).items()),
        countries=frozenset(data.get("countries", ())),
    )
