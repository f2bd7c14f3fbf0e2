"""What stands in a configuration file, how it is read, and how two configurations differ."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from app.errors import N_, Problem, Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = "nahbar-configuration"
VERSION = 1
LARGEST_FILE = 5_000_000
"""In bytes."""
NOT_A_CONFIGURATION = N_("This file is not a configuration of Nahbar.")
NEWER_FILE = N_("This file was saved by a newer version of Nahbar. Update this program first.")
BROKEN_ENTRY = N_("This part of the file cannot be understood: {what}.")
MOST_SHOWN = 120
CODE = re.compile(r"[a-z0-9_]{1,60}")
"""What a file may call codes, templates and requirements."""


class Part(StrEnum):
    """What a configuration consists of, in the order in which it is taken over.

    The cost items of mobile advice are left out: what the own vehicles cost, and who pays how
    much for them, are the books of one office and hold for no other. Of a pool of mediators its
    telephone, its address of mail and its institution are left out: they may be a person's, and
    say whom this office talks to.
    """

    SETTINGS = "settings"
    CODES = "codes"
    FIELDS = "fields"
    PERIODS = "periods"
    TERMS = "terms"
    TEMPLATES = "templates"
    REQUIREMENTS = "requirements"
    PREVENTIVE = "preventive_rules"
    """Rules of the office's own."""
    DELIVERED = "delivered_rules"
    """Which delivered rules of preventive visits the office uses."""
    POOLS = "pools"


class Stays(StrEnum):
    """Why something of a file is not taken over."""

    PAST = "past"
    """It would change what held: a form lets something hold otherwise from a later day only."""
    ELSEWHERE = "elsewhere"
    """It holds in another country, or is delivered by another version of the program."""


PART_LABELS: Mapping[Part, str] = MappingProxyType(
    {
        Part.SETTINGS: N_("Settings"),
        Part.CODES: N_("Code lists"),
        Part.FIELDS: N_("Own fields"),
        Part.PERIODS: N_("Periods of keeping"),
        Part.TERMS: N_("Terms for letters"),
        Part.TEMPLATES: N_("Letter templates"),
        Part.REQUIREMENTS: N_("What is required of volunteers"),
        Part.PREVENTIVE: N_("Rules of preventive visits"),
        Part.DELIVERED: N_("Delivered rules of preventive visits"),
        Part.POOLS: N_("Pools of language mediators"),
    }
)

_NEWER: Mapping[Part, Mapping[str, object]] = MappingProxyType(
    {Part.CODES: {"place": 0}, Part.TEMPLATES: {"states": {}}}
)
"""What files of an earlier version do not say, and what that means."""

Entries = dict[str, Any]
"""What JSON knows, by the key of the entry within its part."""
_DAY = (str, type(None))
_NUMBER = (int, type(None))
_KINDS: Mapping[Part, Mapping[str, type | tuple[type, ...]]] = MappingProxyType(
    {
        Part.CODES: {"de": str, "da": str, "en": str, "offered": bool, "place": int},
        Part.FIELDS: {
            "de": str, "da": str, "en": str, "kind": str, "choices": list, "offered": bool
        },
        Part.PERIODS: {"months": int, "source": str},
        Part.TERMS: {"better": str},
        Part.TEMPLATES: {
            "title": str, "source_language": str, "offered": bool, "texts": dict, "states": dict
        },
        Part.REQUIREMENTS: {
            "title": str, "kind": str, "before_stage": str, "source": str, "valid_until": _DAY,
            "valid_months": int, "warn_days": int, "grace_days": int, "most_age_months": int,
            "delete_months": int,
        },
        Part.PREVENTIVE: {
            "title": str, "law": str, "source": str, "repeats": str, "risk_code": str,
            "least_age": _NUMBER, "most_age": _NUMBER, "lives_alone": bool, "after_days": int,
            "valid_from": str, "valid_until": _DAY, "offered": bool,
        },
        Part.DELIVERED: {"offered": bool},
        Part.POOLS: {
            "name": str, "languages": list, "lead_days": int, "sworn": bool, "funding_rule": str,
            "valid_from": str, "source": str, "offered": bool,
        },
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Difference:
    """One entry that is not the same here and in a file; None where it is missing."""

    part: Part
    key: str
    here: Any
    there: Any
    stays: Stays | None = None

    @property
    def is_taken_over(self) -> bool:
        """Whether taking the file over changes something: nothing is ever removed by it."""
        return self.there is not None and self.stays is None


def broken(one: Difference) -> Refused:
    """Answer the refusal of an entry that cannot be understood."""
    what = f"{one.part.value}, {one.key[:MOST_SHOWN]}"
    return Refused(Problem(BROKEN_ENTRY, values={"what": what}))


def day_said(one: Difference, name: str) -> date | None:
    """Answer a day of an entry, None for none; raises `Refused` for what is no day."""
    said = one.there[name]
    if said is None:
        return None
    try:
        return exact_day(said)
    except ValueError as error:
        raise broken(one) from error


def exact_day(said: str) -> date:
    """Answer a day as it is written, in one way only; raises `ValueError`."""
    day = date.fromisoformat(said)
    if day.isoformat() != said:
        raise ValueError(said)
    return day


def file_of(parts: Mapping[Part, Entries]) -> bytes:
    """Write a configuration file: JSON in UTF-8, in an order that tools can compare."""
    written = {"format": FORMAT, "version": VERSION, **{part.value: parts[part] for part in Part}}
    return json.dumps(written, indent=1, ensure_ascii=False, sort_keys=True).encode()


def read_file(content: bytes) -> dict[Part, Entries]:
    """Read a configuration file; raises `Refused` with what is wrong with it."""
    if len(content) > LARGEST_FILE:
        raise Refused(Problem(NOT_A_CONFIGURATION))
    try:
        found = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Refused(Problem(NOT_A_CONFIGURATION)) from error
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise Refused(Problem(NOT_A_CONFIGURATION))
    if not isinstance(found.get("version"), int) or found["version"] > VERSION:
        raise Refused(Problem(NEWER_FILE))
    return {part: _entries(part, found.get(part.value, {})) for part in Part}


def _entries(part: Part, found: object) -> Entries:
    if not isinstance(found, dict):
        raise Refused(Problem(BROKEN_ENTRY, values={"what": part.value}))
    newer = _NEWER.get(part, {})
    said = {
        key: {**newer, **entry} if isinstance(entry, dict) else entry
        for key, entry in found.items()
    }
    for key, entry in said.items():
        if not _is_right(part, entry):
            what = f"{part.value}, {key[:MOST_SHOWN]}"
            raise Refused(Problem(BROKEN_ENTRY, values={"what": what}))
    return said


def _is_right(part: Part, entry: object) -> bool:
    kinds = _KINDS.get(part)
    if kinds is None:
        return True
    if not isinstance(entry, dict) or set(entry) != set(kinds):
        return False
    if not all(_is_of(entry[name], kind) for name, kind in kinds.items()):
        return False
    lists = (*entry.get("choices", ()), *entry.get("languages", ()))
    inner = (*entry.get("texts", {}).values(), *entry.get("states", {}).values())
    return all(isinstance(word, str) for word in (*lists, *inner))


def _is_of(value: object, kind: type | tuple[type, ...]) -> bool:
    """Answer whether a value is of a kind, or of one of several; a truth is no number."""
    return type(value) in (kind if isinstance(kind, tuple) else (kind,))


def differences(
    here: Mapping[Part, Entries], there: Mapping[Part, Entries]
) -> tuple[Difference, ...]:
    """Answer what differs between this office and a file, part by part."""
    return tuple(
        Difference(part, key, here[part].get(key), there[part].get(key))
        for part in Part
        for key in sorted({*here[part], *there[part]})
        if here[part].get(key) != there[part].get(key)
    )
