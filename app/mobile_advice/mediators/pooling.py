"""What can be done about pools of mediators: keep one, use it or not, begin with known ones."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import select

from app.clients.queries import home_country
from app.drafts.actions import discard_draft
from app.errors import N_, Conflict, Problem, Refused
from app.mobile_advice.mediators.figures import known_pools
from app.mobile_advice.mediators.rules import PoolDetails, check_pool
from app.office import CHANGED_MEANWHILE
from db.booking import InterpreterPool

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act

POOL_FORM = "interpreter_pool"
"""The form of a pool in drafts; the subject is its id, or "" of a new one."""
POOL_IS_GONE = N_("This pool is no longer in the office.")


def save_pool(act: Act, pool_id: UUID, version: int, details: PoolDetails, draft: str = "") -> UUID:
    """Keep a pool (`version` 0 for a new one, under an id made before); answer its id."""
    row = act.session.get(InterpreterPool, pool_id)
    if row is not None and version == 0:
        return pool_id
    if (row.version if row else 0) != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    if problems := check_pool(details):
        raise Refused(*problems)
    if row is None:
        row = InterpreterPool(id=pool_id)
        act.session.add(row)
    _write(act, row, details)
    discard_draft(act, POOL_FORM, draft)
    act.touch("mediators", pool_id)
    return pool_id


def switch_pool(act: Act, pool_id: UUID, version: int, *, is_active: bool) -> UUID:
    """Offer a pool or no longer; what was asked of it stays."""
    row = act.session.get(InterpreterPool, pool_id)
    if row is None:
        raise Refused(Problem(POOL_IS_GONE))
    if row.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    row.is_active = is_active
    act.touch("mediators", pool_id)
    return pool_id


def add_known_pools(act: Act) -> int:
    """Begin with the pools that are known in the office's country; answer how many were added."""
    there = set(act.session.scalars(select(InterpreterPool.name)))
    country = home_country(act.session.connection())
    added = [one for one in known_pools(country) if one.name not in there]
    for details in added:
        row = InterpreterPool(id=uuid4())
        act.session.add(row)
        _write(act, row, details)
        act.touch("mediators", row.id)
    return len(added)


def _write(act: Act, row: InterpreterPool, details: PoolDetails) -> None:
    row.name, row.institution_id = details.name.strip(), details.institution_id
    row.languages = " ".join(details.languages)
    row.lead_days, row.sworn = details.lead_days or 0, details.sworn
    row.phone, row.email = details.phone.strip(), details.email.strip()
    row.funding_rule, row.source = details.funding_rule.strip(), details.source.strip()
    row.valid_from = details.valid_from or act.local_now.date()
    row.is_active = details.is_active
