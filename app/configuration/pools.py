"""The pools of language mediators in a configuration file: what each needs and offers, by name.

Whom the office talks to there (telephone, mail, institution) neither leaves nor is changed.
"""

from __future__ import annotations

from itertools import chain, count
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from app.clients.languages import spoken_languages
from app.configuration.rules import broken, day_said
from app.mobile_advice.mediators.pooling import save_pool
from app.mobile_advice.mediators.queries import list_pools
from app.mobile_advice.mediators.rules import PoolDetails

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy import Connection

    from app.configuration.rules import Difference, Entries
    from app.mobile_advice.mediators.queries import PoolRow
    from app.office import Act

_NOTHING: Mapping[str, Any] = MappingProxyType({})


def pool_entries(connection: Connection, there: Mapping[str, Any] = _NOTHING) -> Entries:
    """Answer the pools by name, those that are also in a file under the key of the file.

    Several may have one name: those that say the same belong together, then any of that name.
    """
    left = sorted(map(_said, list_pools(connection)), key=_order)
    found: Entries = {}
    for key, said in there.items():
        if said in left:
            left.remove(said)
            found[key] = said
    for key in sorted(there.keys() - found.keys()):
        name = there[key]["name"].strip()
        if same := next((one for one in left if one["name"] == name), None):
            left.remove(same)
            found[key] = same
    for said in left:
        found[_free_key(said["name"], found.keys() | there.keys())] = said
    return found


def _free_key(name: str, taken: Collection[str]) -> str:
    keys = chain([name], (f"{name}/{number}" for number in count(2)))
    return next(key for key in keys if key not in taken)


def take_pool(act: Act, one: Difference) -> None:
    """Keep a pool as it is in a file, with whom the office talks to there."""
    said = one.there
    known_tags = {tag for tag, _name in spoken_languages("en")}
    if not known_tags.issuperset(said["languages"]):
        raise broken(one)
    row = _row(act, one)
    details = PoolDetails(
        said["name"],
        row.institution_id if row else None,
        tuple(said["languages"]),
        said["lead_days"],
        said["sworn"],
        row.phone if row else "",
        row.email if row else "",
        said["funding_rule"],
        day_said(one, "valid_from"),
        said["source"],
        said["offered"],
    )
    key = row.id if row else uuid4()
    save_pool(act, key, row.version if row else 0, details, draft=str(key))


def _row(act: Act, one: Difference) -> PoolRow | None:
    """Answer the pool that an entry was read from: several may have one name."""
    if one.here is None:
        return None
    rows = list_pools(act.session.connection())
    return next((row for row in rows if _said(row) == one.here), None)


def _said(row: PoolRow) -> dict[str, Any]:
    return {
        "name": row.name,
        "languages": row.languages.split(),
        "lead_days": row.lead_days,
        "sworn": row.sworn,
        "funding_rule": row.funding_rule,
        "valid_from": row.valid_from.isoformat(),
        "source": row.source,
        "offered": row.is_active,
    }


def _order(said: dict[str, Any]) -> tuple[str, ...]:
    return (said["valid_from"], *map(str, said.values()))
