"""On what ground agencies may tell each other something: dated entries of law, read and chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date


@dataclass(frozen=True, slots=True)
class Basis:
    """One ground on which a fact may be passed on."""

    code: str
    title: str
    """English, translated where it is shown."""
    law: str
    kinds: tuple[str, ...]
    """The kinds of groups that may use it."""
    needs_consent: bool
    source: str


@dataclass(frozen=True, slots=True)
class Law:
    """What holds in one country on one day; each rule with the law that says it."""

    bases: tuple[Basis, ...] = ()
    barred: tuple[tuple[str, str], ...] = ()
    """Agencies that are told on consent alone, each with the law."""
    purpose: str = ""
    """That nothing is used to investigate a crime."""
    expiry: str = ""
    necessity: str = ""
    raising: str = ""
    """When a person may be brought up."""

    def basis(self, code: str, kind: str) -> Basis | None:
        """Answer the basis of a code that a kind of group may use."""
        return next((one for one in self.of(kind) if one.code == code), None)

    def of(self, kind: str) -> tuple[Basis, ...]:
        """Answer the bases that a kind of group may use."""
        return tuple(one for one in self.bases if kind in one.kinds)


def law_on(told: Mapping[str, Any], country: str, day: date) -> Law:
    """Answer what holds in a country ("DE", "DK") on a day, by the entries of a carried file."""
    bases = tuple(
        Basis(
            entry["code"],
            entry["title"],
            entry["law"],
            tuple(entry["kinds"]),
            entry["needs_consent"],
            entry["source"],
        )
        for entry in _holding(told.get("basis", ()), country, day)
    )
    barred = tuple(
        (entry["agency"], entry["law"]) for entry in _holding(told.get("barred", ()), country, day)
    )
    laws = {
        name: _last(_holding(told.get(name, ()), country, day))
        for name in ("purpose", "expiry", "necessity", "raising")
    }
    return Law(bases, barred, **laws)


def _holding(
    entries: Iterable[Mapping[str, Any]], country: str, day: date
) -> list[Mapping[str, Any]]:
    held = [
        entry
        for entry in entries
        if entry["country"] == country
        and entry["valid_from"] <= day
        and (entry.get("valid_until") is None or day <= entry["valid_until"])
    ]
    return sorted(held, key=_valid_from)


def _valid_from(entry: Mapping[str, Any]) -> date:
    found: date = entry["valid_from"]
    return found


def _last(entries: list[Mapping[str, Any]]) -> str:
    return str(entries[-1]["law"]) if entries else ""
