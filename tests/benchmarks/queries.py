"""Queries beside the same SQL in the raw driver, in turn."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec

from sqlalchemy import event

from app.admin.offices import key_from_file
from db.session import connect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from sqlalchemy import Connection

    from app.office import Office

P = ParamSpec("P")
Statement = tuple[str, Any]
"""SQL and the values that the driver is given with it."""


class Recorder:
    """Notes which statements a query sends to the driver, and with which values."""

    def __init__(self, office: Office) -> None:
        """Listen to the engine of an office."""
        self._office = office
        self._statements: list[Statement] = []

    def of(
        self,
        query: Callable[Concatenate[Connection, P], object],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> tuple[Statement, ...]:
        """Answer the statements that a query sends."""
        self._statements.clear()
        engine = self._office._engine  # below the surface, to hear what goes to the driver
        event.listen(engine, "before_cursor_execute", self._on_execute)
        self._office.ask(query, *args, **kwargs)
        event.remove(engine, "before_cursor_execute", self._on_execute)
        return tuple(self._statements)

    def _on_execute(self, *said: Any) -> None:  # noqa: ANN401 - SQLAlchemy's event has no types
        _connection, _cursor, statement, values, *_ = said
        if not statement.startswith("BEGIN"):
            self._statements.append((statement, values))


def raw_connection(folder: Path) -> Any:  # noqa: ANN401 - the driver has no types
    """Open an office's file with the driver alone, with the same settings."""
    return connect(folder / "office.db", key_from_file(folder / "demo.key"))


def raw(connection: Any, statements: Iterable[Statement]) -> int:  # noqa: ANN401 - as above
    """Send statements through the driver alone and fetch every row; answer how many came."""
    return sum(len(connection.execute(sql, values).fetchall()) for sql, values in statements)


def timed(work: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> float:
    """Answer how many milliseconds a piece of work takes."""
    began = time.perf_counter_ns()
    work(*args, **kwargs)
    return (time.perf_counter_ns() - began) / 1e6
