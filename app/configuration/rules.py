"""What stands in a configuration file, how it is read, and how two configurations differ."""

from __future__ import annotations

import json
from dataclasses import dataclass
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


class Part(StrEnum):
    """What a configuration consists of, in the order in which it is taken over."""

    SETTINGS = "settings"
    CODES = "codes"
    FIELDS = "fields"
    PERIODS = "periods"
    TERMS = "terms"
    TEMPLATES = "templates"


PART_LABELS: Mapping[Part, str] = MappingProxyType(
    {
        Part.SETTINGS: N_("Settings"),
        Part.CODES: N_("Code lists"),
        Part.FIELDS: N_("Own fields"),
        Part.PERIODS: N_("Periods of keeping"),
        Part.TERMS: N_("Terms for letters"),
        Part.TEMPLATES: N_("Letter templates"),
    }
)

_NEWER: Mapping[Part, Mapping[str, object]] = MappingProxyType(
    {Part.CODES: {"place": 0}, Part.TEMPLATES: {"states": {}}}
)
"""What files of an earlier version do not say, and what that means."""

Entries = dict[str, Any]
"""What JSON knows, by the key of the entry within its part."""
_KINDS: Mapping[Part, Mapping[str, type]] = MappingProxyType(
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
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Difference:
    """One entry that is not the same here and in a file; None where it is missing."""

    part: Part
    key: str
    here: Any
    there: Any

    @property
    def is_taken_over(self) -> bool:
        """Whether taking the file over changes something: nothing is ever removed by it."""
        return self.there is not None


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
    if not all(type(entry[name]) is kind for name, kind in kinds.items()):
        return False
    inner = (*entry.get("choices", ()), *entry.get("texts", {}).values())
    return all(isinstance(word, str) for word in (*inner, *entry.get("states", {}).values()))


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
