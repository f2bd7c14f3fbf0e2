"""What can be done about requirements: add, change from a day on, end; the past stays as it was."""

from __future__ import annotations

import re
import unicodedata
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.clients.queries import home_country
from app.drafts.actions import discard_draft
from app.errors import N_, Conflict, Problem, Refused
from app.office import CHANGED_MEANWHILE
from app.volunteers.deletions import say_all_deletions
from app.volunteers.requirements import all_requirements, delivered
from app.volunteers.rules import check_end, check_requirement
from db.volunteers import RequirementRow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from app.office import Act
    from app.volunteers.rules import Requirement, RequirementDetails

REQUIREMENT_FORM = "requirement"
"""The form of a requirement in drafts; the subject is its code, "" for a new one."""
UNKNOWN_REQUIREMENT = N_("This requirement is no longer in the office.")

_GIVEN = (
    "before_stage", "valid_months", "warn_days", "grace_days", "most_age_months",
    "delete_months",
)  # fmt: skip
_KEPT = ("title", "kind", "service", "source", "valid_from", "valid_until", *_GIVEN)


def add_requirement(act: Act, details: RequirementDetails, code: str = "") -> str:
    """Require something more of volunteers, from a day on; answer its code.

    `code` is one that another office gave it; "" makes one of the title.
    """
    if problems := check_requirement(details):
        raise Refused(*problems)
    country = home_country(act.session.connection())
    known = all_requirements(act.session.connection(), country)
    discard_draft(act, REQUIREMENT_FORM, code)
    code = code or _code_for(details.title, (one.code for one in known))
    row = RequirementRow(code=code, country=country, position=len(known) + 1)
    _write(act, row, details)
    return code


def change_requirement(
    act: Act, code: str, read: tuple[date, date | None], details: RequirementDetails
) -> str:
    """Let a requirement hold otherwise from a day on; answer its code.

    `read` is from when to when its last version held as it was read. What held before that day
    goes on being told. Raises `Refused` for a wrong field, and `Conflict`.
    """
    rows, last = _own_rows(act, code, read)
    if problems := check_requirement(details, last):
        raise Refused(*problems)
    if details.valid_from is None:
        raise Refused(Problem(UNKNOWN_REQUIREMENT))
    before = details.valid_from - timedelta(days=1)
    old = rows[-1]
    if old.valid_until is None or old.valid_until > before:
        old.valid_until = before
    row = RequirementRow(code=code, country=old.country, position=old.position, service=old.service)
    _write(act, row, details)
    discard_draft(act, REQUIREMENT_FORM, code)
    return code


def end_requirement(
    act: Act, code: str, read: tuple[date, date | None], last_day: date | None
) -> str:
    """Require something until a day and no longer; answer its code."""
    rows, last = _own_rows(act, code, read)
    if problems := check_end(last_day, last):
        raise Refused(*problems)
    rows[-1].valid_until = last_day
    _keep(act, rows[-1])
    return code


def continue_requirement(act: Act, code: str, read: tuple[date, date | None]) -> str:
    """Require something on after all, without an end; answer its code."""
    rows, _last = _own_rows(act, code, read)
    rows[-1].valid_until = None
    _keep(act, rows[-1])
    return code


def _own_rows(
    act: Act, code: str, read: tuple[date, date | None]
) -> tuple[list[RequirementRow], Requirement]:
    """Answer the office's rows of a code, oldest first; a delivered one becomes its own."""
    connection = act.session.connection()
    country = home_country(connection)
    versions = [one for one in all_requirements(connection, country) if one.code == code]
    if not versions:
        raise Refused(Problem(UNKNOWN_REQUIREMENT))
    if (versions[-1].valid_from, versions[-1].valid_until) != tuple(read):
        raise Conflict(Problem(CHANGED_MEANWHILE))
    found = (
        select(RequirementRow)
        .where(RequirementRow.country == country, RequirementRow.code == code)
        .order_by(RequirementRow.valid_from)
    )
    rows = list(act.session.scalars(found)) or _taken_over(act, country, versions)
    return rows, versions[-1]


def _taken_over(act: Act, country: str, versions: Iterable[Requirement]) -> list[RequirementRow]:
    place = {one.code: at for at, one in enumerate(delivered(country))}
    rows = []
    for one in versions:
        kept = {name: getattr(one, name) for name in _KEPT}
        row = RequirementRow(code=one.code, country=country, position=place.get(one.code, 0))
        for name, value in kept.items():
            setattr(row, name, value)
        act.session.add(row)
        rows.append(row)
    act.session.flush()
    return rows


def _write(act: Act, row: RequirementRow, details: RequirementDetails) -> None:
    for name in ("kind", "valid_from", *_GIVEN):
        setattr(row, name, getattr(details, name))
    row.title, row.source = details.title.strip(), details.source.strip()
    act.session.add(row)
    _keep(act, row)


def _keep(act: Act, row: RequirementRow) -> None:
    act.session.flush()
    say_all_deletions(act)
    act.touch("volunteers", row.id)


def _code_for(title: str, taken: Iterable[str]) -> str:
    """Answer a code that no other requirement has, in letters of a plain keyboard."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:40] or "requirement"
    known, number, code = set(taken), 1, stem
    while code in known:
        number += 1
        code = f"{stem}_{number}"
    return code
