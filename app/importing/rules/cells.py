"""How the cells of a row fill the form of a person."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from app.clients.rules import ClientDetails, Salutation, fold
from app.errors import N_, Problem
from app.importing.rules.targets import Target

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.importing.rules.plan import ColumnPlan

    Reader = Callable[[str, ColumnPlan], Any]

NOT_UNDERSTOOD = N_("“{typed}” is not understood here.")
YES_OR_NO = N_("“{typed}” is neither yes nor no.")
NO_COUNTRY = N_("“{typed}” is neither Germany nor Denmark.")
NO_LANGUAGE = N_("“{typed}” is no language of the list. Please correct it or leave it out.")
TOO_MANY_CELLS = N_("This row has more cells than there are headings.")
_SHOWN = 40
_MARKED = re.compile(r"^'(?=[=+@-])")
"""The apostrophe by which exported lists keep spreadsheets from running a text."""


@dataclass(frozen=True, slots=True)
class RowReading:
    """The form that a row fills, and what of it was not understood."""

    details: ClientDetails
    problems: tuple[Problem, ...]


def read_row(cells: Sequence[str], headers: Sequence[str], plan: ColumnPlan) -> RowReading:
    """Fill the form of a person from the cells of a row."""
    typed = {
        target: _MARKED.sub("", cell.strip())
        for target, cell in zip(plan.targets, cells, strict=True)
        if target is not Target.NOTHING and cell.strip()
    }
    problems = [] if _fits(cells, headers, plan) else [Problem(TOO_MANY_CELLS)]
    values: dict[str, Any] = {"country": plan.country}
    for target, cell in typed.items():
        value = _READERS.get(target, _as_typed)(cell, plan)
        if isinstance(value, Problem):
            problems.append(Problem(value.message, target, {"typed": cell[:_SHOWN]}))
        elif isinstance(value, dict):
            values |= {name: part for name, part in value.items() if part or name not in values}
        else:
            values[target.value] = value
    if Target.HOUSE_NUMBER not in typed:
        values |= _street_parts(values.get("street", ""))
    return RowReading(ClientDetails(**values), tuple(problems))


def _fits(cells: Sequence[str], headers: Sequence[str], plan: ColumnPlan) -> bool:
    """Answer whether nothing stands where no heading is and nothing was chosen."""
    return not any(
        cell.strip() and not header and target is Target.NOTHING
        for cell, header, target in zip(cells, headers, plan.targets, strict=True)
    )


def _as_typed(typed: str, _plan: ColumnPlan) -> str:
    return typed


def _full_name(typed: str, _plan: ColumnPlan) -> dict[str, str]:
    family, comma, given = typed.partition(",")
    if not comma:
        given, _space, family = typed.rpartition(" ")
    return {"given_name": given.strip(), "family_name": family.strip()}


def _birth(typed: str, _plan: ColumnPlan) -> str:
    """Answer a date without the time of day that spreadsheets put behind it."""
    return re.sub(r"[T ]\d{1,2}:\d{2}(:\d{2})?(\.0+)?$", "", typed)


def _town(typed: str, _plan: ColumnPlan) -> dict[str, str]:
    found = re.fullmatch(r"(?:[A-Z]{1,2}\s?-\s?)?(\d{4,5})\s+(.+)", typed, re.DOTALL)
    return {"postal_code": found[1], "city": found[2]} if found else {"city": typed}


_NUMBER = re.compile(
    r"(?P<street>\D.*?)[\s,]+(?P<house_number>\d+\s?[a-zæøå]?(?:\s?[-/+]\s?\d+\s?[a-z]?)?)"
    r"(?:[\s,]+(?P<floor>st|kl|\d{1,2})\.?(?:\s?sal)?(?:[\s,.]+(?P<door>tv|mf|th|\d{1,4})\.?)?)?",
    re.IGNORECASE,
)


def _street_parts(line: str) -> dict[str, str]:
    """Part "Hold-an Vej 7, 3. tv" into street, number, floor and door."""
    found = _NUMBER.fullmatch(line)
    return {name: part for name, part in found.groupdict().items() if part} if found else {}


def _one_of(words: Mapping[str, Any], message: str) -> Reader:
    known = {fold(word).strip(): value for word, value in words.items()}

    def read(typed: str, _plan: ColumnPlan) -> Any:  # noqa: ANN401 - what the words stand for
        return known.get(" ".join(fold(typed).split()), Problem(message))

    return read


def _languages(typed: str, plan: ColumnPlan) -> tuple[str, ...] | Problem:
    names = [
        " ".join(fold(part).split()) for part in re.split(r"[,;/+&]|\bund\b|\bog\b|\band\b", typed)
    ]
    tags = [plan.languages.get(name, "") for name in names if name]
    return tuple(dict.fromkeys(tags)) if all(tags) else Problem(NO_LANGUAGE)


_YES = ("ja", "j", "yes", "y", "x", "1", "true", "wahr", "sand", "sandt")
_NO = ("nein", "nej", "n", "no", "0", "false", "falsch", "falsk")
_yes_or_no = _one_of(dict.fromkeys(_YES, True) | dict.fromkeys(_NO, False), YES_OR_NO)

_READERS: Mapping[Target, Reader] = MappingProxyType(
    {
        Target.FULL_NAME: _full_name,
        Target.BIRTH: _birth,
        Target.TOWN_LINE: _town,
        Target.LANGUAGES: _languages,
        Target.LIVES_ALONE: _yes_or_no,
        Target.ADDRESS_PROTECTED: _yes_or_no,
        Target.SALUTATION: _one_of(
            {
                **dict.fromkeys(("frau", "fr", "fru", "ms", "mrs", "miss"), Salutation.MS),
                **dict.fromkeys(("herr", "hr", "herrn", "mr"), Salutation.MR),
                **dict.fromkeys(("keine", "ingen", "none", "divers", "full name"), Salutation.NONE),
            },
            NOT_UNDERSTOOD,
        ),
        Target.COUNTRY: _one_of(
            {
                **dict.fromkeys(("de", "d", "deutschland", "germany", "tyskland", "ger"), "DE"),
                **dict.fromkeys(("dk", "dänemark", "danmark", "denmark", "dnk"), "DK"),
            },
            NO_COUNTRY,
        ),
        Target.LETTER_LANGUAGE: _one_of(
            {
                **dict.fromkeys(("de", "deutsch", "german", "tysk"), "de"),
                **dict.fromkeys(("da", "dänisch", "danish", "dansk"), "da"),
                **dict.fromkeys(("en", "englisch", "english", "engelsk"), "en"),
            },
            NOT_UNDERSTOOD,
        ),
    }
)
"""How cells are read that are not simply what was typed."""
