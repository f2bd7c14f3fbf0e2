"""Asking for a choice of the office."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from db.admin import OfficeSetting

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.admin.settings.rules import NumberSetting

_VALUE = select(OfficeSetting.value).where(OfficeSetting.name == bindparam("name"))


def number_setting(connection: Connection, setting: NumberSetting) -> int:
    """Answer the number that the office chose, or the usual one."""
    value = connection.scalar(_VALUE, {"name": setting.name})
    return setting.usual if value is None else int(json.loads(value))
