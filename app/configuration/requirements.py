"""What an office requires of volunteers, version by version, in a configuration file.

A delivered requirement stands in it only where the office dated it itself.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from app.clients.queries import home_country
from app.configuration.rules import CODE, broken, day_said, exact_day
from app.volunteers.requirements import all_requirements, delivered
from app.volunteers.requiring import (
    add_requirement,
    change_requirement,
    continue_requirement,
    end_requirement,
)
from app.volunteers.rules import RequirementDetails

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from sqlalchemy import Connection

    from app.configuration.rules import Difference, Entries
    from app.office import Act
    from app.volunteers.rules import Requirement

_ASKED = tuple(field.name for field in fields(RequirementDetails) if field.name != "valid_from")


def requirement_entries(connection: Connection) -> Entries:
    """Answer every version of each requirement that does not hold as it was delivered."""
    country = home_country(connection)
    changed = {*all_requirements(connection, country)}.symmetric_difference(delivered(country))
    return _entries(connection, country, {one.code for one in changed})


def entries_beside(connection: Connection, there: Entries) -> Entries:
    """Answer what holds here of everything that a file speaks of, as delivered, too."""
    country = home_country(connection)
    spoken_of = [key.split("/") for key in there]
    codes = {parts[1] for parts in spoken_of if parts[0] == country and len(parts) > 1}
    return _entries(connection, country, codes)


def version_of(key: str) -> tuple[str, str, date]:
    """Answer country, code and first day of a version; raises `ValueError` for another key."""
    country, code, first = key.split("/")
    if not CODE.fullmatch(code):
        raise ValueError(code)
    return country, code, exact_day(first)


def take_requirement(act: Act, one: Difference) -> None:
    """Let a requirement hold as in a file from the day of the file on, or until its last."""
    try:
        country, code, first = version_of(one.key)
    except ValueError as error:
        raise broken(one) from error
    versions = _versions(act.session.connection(), country, code)
    details = RequirementDetails(**{name: one.there[name] for name in _ASKED}, valid_from=first)
    if not versions:
        add_requirement(act, details, code)
    elif versions[-1].valid_from < first:
        last = versions[-1]
        change_requirement(act, code, (last.valid_from, last.valid_until), details)
    now = _versions(act.session.connection(), country, code)[-1].valid_until
    end = day_said(one, "valid_until")
    if end is None and now is not None:
        continue_requirement(act, code, (first, now))
    elif end != now:
        end_requirement(act, code, (first, now), end)


def _versions(connection: Connection, country: str, code: str) -> list[Requirement]:
    return [one for one in all_requirements(connection, country) if one.code == code]


def _entries(connection: Connection, country: str, codes: Collection[str]) -> Entries:
    return {
        f"{country}/{one.code}/{one.valid_from}": {
            **{name: getattr(one, name) for name in _ASKED},
            "kind": one.kind.value,
            "before_stage": one.before_stage.value,
            "valid_until": one.valid_until and one.valid_until.isoformat(),
        }
        for one in all_requirements(connection, country)
        if one.code in codes
    }
