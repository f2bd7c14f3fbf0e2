"""Who works on a connection and by which clock; statements ask by two functions of SQL."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_AS_STORED = "%Y-%m-%d %H:%M:%S.%f"
"""How SQLite keeps an instant."""


@dataclass(frozen=True, slots=True)
class AtWork:
    """The person at work, by the name that the office knows, and the office's clock."""

    who: str
    clock: Callable[[], datetime]

    def tell(self, connection: Any) -> None:  # noqa: ANN401 - the driver has no types
        """Give a raw SQLite connection `nahbar_me()` and `nahbar_now()`; see `db.access`."""
        connection.create_function("nahbar_me", 0, self._me)
        connection.create_function("nahbar_now", 0, self._now)

    def _me(self) -> str:
        return self.who

    def _now(self) -> str:
        return self.clock().astimezone(UTC).strftime(_AS_STORED)


NOBODY = AtWork("", partial(datetime.now, UTC))
"""Works on connections that no office has taken yet."""
