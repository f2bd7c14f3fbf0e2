"""What each wish counts in matching: dated figures of the program, which an office may change."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, fields
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from app.admin.office_settings import Setting, office_setting, save_office_setting
from app.errors import N_, Problem, Refused
from app.visiting.matching.wishes import Weights
from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from app.office import Act

MOST = 100
"""Points that one wish can count."""
WRONG_POINTS = N_("Please enter a number from {least} to {most}.")
NO_POINTS = N_("Something has to count. Please give points to one wish at least.")
OWN_WEIGHTS: Setting[dict[str, Any]] = Setting("matching_weights", default={})
"""What the office gives instead of the delivered points; empty is as delivered."""
WISHES = tuple(field.name for field in fields(Weights))


class _Version(NamedTuple):
    valid_from: date
    weights: Weights


@cache
def _versions() -> tuple[_Version, ...]:
    tables = tomllib.loads(read_text("visiting", "matching.toml"))["weights"]
    found = (
        _Version(table["valid_from"], Weights(**{name: float(table[name]) for name in WISHES}))
        for table in tables
    )
    return tuple(sorted(found, key=lambda one: one.valid_from))


def delivered_weights(day: date = date.max) -> Weights:
    """Answer the delivered points that hold on a day; without one, the newest."""
    return next(one.weights for one in reversed(_versions()) if one.valid_from <= day)


def weights_here(connection: Connection, day: date) -> Weights:
    """Answer what each wish counts in this office on a day."""
    own = office_setting(connection, OWN_WEIGHTS)
    return _read(own) if own else delivered_weights(day)


def choose_weights(act: Act, points: Mapping[str, float]) -> Weights:
    """Choose for the whole office what each wish counts; raises `Refused` beside each.

    What is chosen as delivered follows the program again.
    """
    bounds = {"least": 0, "most": MOST}
    wrong = [
        Problem(WRONG_POINTS, name, bounds)
        for name in WISHES
        if not 0 <= points.get(name, -1) <= MOST
    ]
    if wrong:
        raise Refused(*wrong)
    if not any(points[name] for name in WISHES):
        raise Refused(Problem(NO_POINTS, WISHES[0]))
    chosen = _read(points)
    is_delivered = chosen == delivered_weights(act.local_now.date())
    save_office_setting(act, OWN_WEIGHTS, {} if is_delivered else asdict(chosen))
    return chosen


def _read(kept: Mapping[str, Any]) -> Weights:
    return Weights(**{name: float(kept.get(name, 0)) for name in WISHES})
