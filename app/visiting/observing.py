"""The lists that a visit is recorded with; the office may change their words."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from app.codes.rules import CodeList
from app.errors import N_
from app.visiting.rules.observing import Observations, held_on, read_entries, read_observations
from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.visiting.rules.observing import Entry


@cache
def observations() -> Observations:
    """Answer what can be noticed on a visit, how serious it is, and by when it is followed up."""
    return read_observations(tomllib.loads(read_text("visiting", "flags.toml")))


@cache
def activity_list() -> CodeList:
    """Answer the list of what is done on visits."""
    return CodeList("visit_activities", N_("What is done on visits"), _titles(_activities()))


@cache
def flag_list() -> CodeList:
    """Answer the list of what is noticed on visits."""
    return CodeList("visit_flags", N_("What is noticed on visits"), _titles(observations().flags))


def sentences() -> Iterator[str]:
    """Answer every title of the lists, for the catalogues."""
    known = observations()
    yield from (entry.title for entry in (*_activities(), *known.flags, *known.severities))


@cache
def _activities() -> tuple[Entry, ...]:
    return read_entries(tomllib.loads(read_text("visiting", "activities.toml"))["activity"])


def _titles(entries: tuple[Entry, ...]) -> dict[str, str]:
    # Words that no longer hold are still read in old records.
    return {code: entry.title for code, entry in held_on(entries, date.max).items()}
