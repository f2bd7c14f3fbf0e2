"""What is required of volunteers: delivered for each country, and dated anew by the office."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from app.volunteers.rules import (
    Requirement,
    RequirementKind,
    VolunteerStage,
    read_requirements,
    required_on,
    with_own,
)
from db.volunteers import RequirementRow
from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sqlalchemy import Connection

_COUNTRIES = ("DE", "DK")
_FIELDS = (
    "code", "title", "kind", "country", "before_stage", "source", "valid_from", "valid_until",
    "valid_months", "warn_days", "grace_days", "most_age_months", "delete_months", "service",
)  # fmt: skip
_OWN = (
    select(*(RequirementRow.__table__.c[name] for name in _FIELDS))
    .where(RequirementRow.country == bindparam("country"))
    .order_by(RequirementRow.position, RequirementRow.code, RequirementRow.valid_from)
)


@cache
def delivered(country: str) -> tuple[Requirement, ...]:
    """Answer what the program delivers for a country ("DE", "DK")."""
    file = f"requirements_{country.lower()}.toml"
    return read_requirements(tomllib.loads(read_text("visiting", file)))


def all_requirements(connection: Connection, country: str) -> tuple[Requirement, ...]:
    """Answer what is, was and will be required, in the order in which it is met."""
    if country not in _COUNTRIES:
        return ()
    rows = connection.execute(_OWN, {"country": country}).all()
    return with_own(delivered(country), map(_as_requirement, rows)) if rows else delivered(country)


def requirements_on(connection: Connection, country: str, day: date) -> tuple[Requirement, ...]:
    """Answer what is required on a day, in the order in which it is met."""
    return required_on(all_requirements(connection, country), day)


def requirement(connection: Connection, country: str, code: str, day: date) -> Requirement | None:
    """Answer the requirement of a code on a day; None where there is none."""
    found = requirements_on(connection, country, day)
    return next((one for one in found if one.code == code), None)


def sentences() -> Iterator[str]:
    """Answer every title of a delivered requirement, for the catalogues."""
    for country in _COUNTRIES:
        yield from (one.title for one in delivered(country))


def _as_requirement(row: tuple[object, ...]) -> Requirement:
    said = dict(zip(_FIELDS, row, strict=True))
    said["kind"] = RequirementKind(str(said["kind"]))
    said["before_stage"] = VolunteerStage(str(said["before_stage"]))
    return Requirement(**said)  # type: ignore[arg-type] # the columns are the fields
