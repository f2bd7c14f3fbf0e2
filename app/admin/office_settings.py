"""Choices that hold for the whole office: each has a name, a default, and is kept as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sqlalchemy import bindparam, select

from db.admin import OfficeSetting

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.office import Act

T = TypeVar("T")


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One choice of the office, of a kind that JSON knows; until it is made, `default` holds."""

    name: str
    default: T


KEEPS_CPR = Setting("keeps_cpr", default=False)
"""Whether the office keeps Danish CPR numbers: it must say that it may (databeskyttelsesloven
§ 11: public authorities for identification; private bodies by law or consent only)."""

_VALUE = select(OfficeSetting.value).where(OfficeSetting.name == bindparam("name"))


def office_setting(connection: Connection, wanted: Setting[T]) -> T:
    """Answer what the office has chosen, or the default."""
    kept = connection.execute(_VALUE, {"name": wanted.name}).scalar_one_or_none()
    return wanted.default if kept is None else _as_kind(wanted, json.loads(kept))


def save_office_setting(act: Act, chosen: Setting[T], value: T) -> T:
    """Choose for the whole office; answers what held before, for undo."""
    before = office_setting(act.session.connection(), chosen)
    named = select(OfficeSetting).where(OfficeSetting.name == chosen.name)
    row = act.session.scalar(named) or OfficeSetting(name=chosen.name)
    row.value = json.dumps(value)
    act.session.add(row)
    act.session.flush()
    act.touch("admin", row.id)
    return before


def _as_kind(wanted: Setting[T], value: Any) -> T:  # noqa: ANN401 - what JSON holds
    """Answer a kept value; what an older program kept in another kind counts as not chosen."""
    kept: T = value if isinstance(value, type(wanted.default)) else wanted.default
    return kept
