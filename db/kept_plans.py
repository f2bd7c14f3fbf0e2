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
    """Let the server keep the plans of what this connection is asked until it is given back."""
    connection.execution_options(**{_OPTION: True})


def keeps_plans(connection: Connection) -> bool:
    """Answer whether plans may be kept now."""
    return bool(connection.get_execution_options().get(_OPTION, False))
