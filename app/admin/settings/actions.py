"""Choosing something for the whole office."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from app.admin.settings.rules import check_number
from app.errors import Refused
from db.admin import OfficeSetting

if TYPE_CHECKING:
    from app.admin.settings.rules import NumberSetting
    from app.office import Act

_FIND = select(OfficeSetting).where(OfficeSetting.name == bindparam("name"))


def choose_number(act: Act, setting: NumberSetting, value: int | None) -> int:
    """Choose a number for the whole office and answer it.

    Raises `Refused` when it is missing or out of the setting's bounds.
    """
    problems = check_number(setting, value)
    if value is None or problems:
        raise Refused(*problems)
    kept = act.session.scalar(_FIND, {"name": setting.name})
    if kept is None:
        kept = OfficeSetting(name=setting.name, value="")
        act.session.add(kept)
    kept.value = json.dumps(value)
    act.session.flush()
    act.touch("admin", kept.id)
    return value
