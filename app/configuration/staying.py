"""What of a file an import leaves as it is, since the past stays or it holds elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.configuration.requirements import version_of
from app.configuration.rules import Part, Stays
from app.preventive.rule_sets import delivered_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from app.configuration.rules import Difference, Entries


def what_stays(
    country: str, found: Iterable[Difference], here: Mapping[Part, Entries]
) -> tuple[Difference, ...]:
    """Answer the same differences, each with why an office of a country does not take it over."""
    delivered = {rule.code for rule in delivered_rules(country)}
    newest = _newest(here[Part.REQUIREMENTS])
    return tuple(
        replace(one, stays=_requirement(one, country, newest))
        if one.part is Part.REQUIREMENTS
        else replace(one, stays=Stays.ELSEWHERE)
        if one.part is Part.DELIVERED and one.key not in delivered
        else one
        for one in found
    )


def _newest(here: Entries) -> dict[str, date]:
    """Answer the first day of the last version of each requirement."""
    versions = sorted(version_of(key) for key in here)
    return {code: first for _country, code, first in versions}


def _requirement(one: Difference, country: str, newest: Mapping[str, date]) -> Stays | None:
    """Only the end of the last version can change; anything else comes after it."""
    try:
        where, code, first = version_of(one.key)
    except ValueError:
        return None  # refused when it is taken over
    if where != country:
        return Stays.ELSEWHERE
    if code not in newest or first > newest[code]:
        return None
    if first == newest[code] and _without_end(one.here) == _without_end(one.there):
        return None
    return Stays.PAST


def _without_end(entry: Entries | None) -> Entries:
    return {name: said for name, said in (entry or {}).items() if name != "valid_until"}
