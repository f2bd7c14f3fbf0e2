"""What can be done to the office itself: set it up, change its card."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.admin.rules import NewOffice, OfficeValues, check_office
from app.errors import N_, Conflict, Problem, Refused
from app.office import CHANGED_MEANWHILE
from db.admin import OfficeCard

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act

_THE_OFFICE = select(OfficeCard).limit(1)


def set_up_office(act: Act, new: NewOffice, *, is_demo: bool = False) -> UUID:
    """Write the one row of a new office; answer its key. Raises `Refused`."""
    _need(new)
    if act.session.scalar(_THE_OFFICE) is not None:
        raise Refused(Problem(ALREADY_THERE))
    card = OfficeCard(is_demo=is_demo, created_at=act.now, **_columns(new))
    act.session.add(card)
    act.session.flush()
    act.touch("admin", card.id)
    return card.id


def save_office_card(act: Act, values: OfficeValues, version: int) -> int:
    """Change name and letterhead; answer the new version.

    `version` is the one the form was opened with. Raises `Refused`, and `Conflict` when
    someone else changed the card meanwhile.
    """
    _need(values)
    card = act.session.scalars(_THE_OFFICE).one()
    if card.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    for column, value in _columns(values).items():
        setattr(card, column, value)
    act.session.flush()
    act.touch("admin", card.id)
    return card.version


def _need(values: OfficeValues) -> None:
    problems = check_office(values)
    if problems:
        raise Refused(*problems)


def _columns(values: OfficeValues) -> dict[str, str]:
    return {name: text.strip() for name, text in asdict(values).items() if name != "who"}


ALREADY_THERE = N_("This office is set up already.")
