"""Questions whose plan a server may keep: asked again and again, and alike whatever they are about.

Planning under policies takes longer than most answers. A plan is kept for any values, though: a
search, where a common word is best found another way than a rare one, is planned each time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

_OPTION = "nahbar_keeps_plans"


def keep_plans(connection: Connection) -> None:
    """Let the server keep the plans of what this connection is asked until it is given back.

    Left to itself it keeps few of them: under policies nearly every answer looks as if it were
    worth a plan of its own, which takes longer than the answer.
    """
    if keeps_plans(connection):
        return
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL plan_cache_mode = force_generic_plan")
    connection.execution_options(**{_OPTION: True})


def keeps_plans(connection: Connection) -> bool:
    """Answer whether plans may be kept now."""
    return bool(connection.get_execution_options().get(_OPTION, False))
