"""Who has proven everything that is required: the standing of all volunteers, by the database."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import and_, distinct, exists, false, func, or_, select, true

from app.volunteers.rules import Assessment
from db.volunteers import Proof, Volunteer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy import ColumnElement

    from app.volunteers.rules import Requirement

_PROOF = Proof.__table__.c
_OTHER = Proof.__table__.alias().c


def is_approved(required: Sequence[Requirement], today: date) -> ColumnElement[bool]:
    """Answer the clause over `Volunteer` that everything required is proven on a day.

    It says the same as `standings`: the newest proof of each requirement counts, a waiver until
    something is inspected; a test holds the two against each other.
    """
    if not required:
        return true()
    proven = (
        select(_PROOF.volunteer_id)
        .where(
            _PROOF.requirement_code.in_([one.code for one in required]),
            _lets_go_on(required, today),
            ~has_newer(),
        )
        .group_by(_PROOF.volunteer_id)
        .having(func.count(distinct(_PROOF.requirement_code)) == len(required))
    )
    return Volunteer.id.in_(proven)


def has_newer() -> ColumnElement[bool]:
    """Answer the clause over a proof that another one of the same requirement counts instead."""
    is_newer = or_(
        _PROOF.inspected_on.is_(None),
        _OTHER.inspected_on > _PROOF.inspected_on,
        and_(_OTHER.inspected_on == _PROOF.inspected_on, _OTHER.id < _PROOF.id),
    )
    return exists().where(
        _OTHER.volunteer_id == _PROOF.volunteer_id,
        _OTHER.requirement_code == _PROOF.requirement_code,
        _OTHER.inspected_on.is_not(None),
        is_newer,
    )


def _lets_go_on(required: Sequence[Requirement], today: date) -> ColumnElement[bool]:
    """Answer the clause over a proof that a volunteer may go on by it."""
    ends = or_(
        *(
            and_(
                _PROOF.requirement_code == one.code,
                _PROOF.valid_until >= today - timedelta(days=one.grace_days),
            )
            for one in required
        )
    )
    return and_(
        func.coalesce(_PROOF.has_excluding_entry, false()) == false(),
        _PROOF.assessment != Assessment.NOT_SUITABLE.value,
        or_(_PROOF.valid_until.is_(None), ends),
    )
