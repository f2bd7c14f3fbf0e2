"""Pools of mediators: listed, one for its form, and as the rules look at them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from sqlalchemy import bindparam, or_, select, true

from app.mobile_advice.mediators.rules import Pool, PoolDetails
from db.booking import InterpreterPool
from db.institutions import Institution

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection


class PoolRow(NamedTuple):
    """One pool."""

    id: UUID
    version: int
    name: str
    institution_id: UUID | None
    institution: str | None
    languages: str
    lead_days: int
    sworn: bool
    phone: str
    email: str
    funding_rule: str
    valid_from: date
    source: str
    is_active: bool

    def as_details(self) -> PoolDetails:
        """Answer the pool as its form has it."""
        return PoolDetails(
            self.name,
            self.institution_id,
            tuple(self.languages.split()),
            self.lead_days,
            self.sworn,
            self.phone,
            self.email,
            self.funding_rule,
            self.valid_from,
            self.source,
            self.is_active,
        )


_POOLS = (
    select(
        InterpreterPool.id,
        InterpreterPool.version,
        InterpreterPool.name,
        InterpreterPool.institution_id,
        Institution.name,
        InterpreterPool.languages,
        InterpreterPool.lead_days,
        InterpreterPool.sworn,
        InterpreterPool.phone,
        InterpreterPool.email,
        InterpreterPool.funding_rule,
        InterpreterPool.valid_from,
        InterpreterPool.source,
        InterpreterPool.is_active,
    )
    .outerjoin(Institution, Institution.id == InterpreterPool.institution_id)
    .order_by(InterpreterPool.is_active.desc(), InterpreterPool.name, InterpreterPool.id)
)
_FOR_RULES = (
    select(
        InterpreterPool.id,
        InterpreterPool.name,
        InterpreterPool.languages,
        InterpreterPool.lead_days,
        InterpreterPool.sworn,
        InterpreterPool.valid_from,
    )
    .where(
        or_(
            InterpreterPool.is_active == true(),
            InterpreterPool.id == bindparam("also", type_=InterpreterPool.id.type),
        )
    )
    .order_by(InterpreterPool.name, InterpreterPool.id)
)
_NONE = UUID(int=0)


def list_pools(connection: Connection) -> tuple[PoolRow, ...]:
    """Answer all pools, those in use first."""
    return tuple(PoolRow._make(row) for row in connection.execute(_POOLS))


def pools_of_rules(connection: Connection, also: UUID | None = None) -> tuple[Pool, ...]:
    """Answer the pools in use as the rules look at them, and `also` one that was asked before."""
    return tuple(
        Pool(key, name, frozenset(languages.split()), lead, sworn, since)
        for key, name, languages, lead, sworn, since in connection.execute(
            _FOR_RULES, {"also": also or _NONE}
        )
    )
