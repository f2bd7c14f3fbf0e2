"""Several questions asked as one: their answers belong to one moment and come back together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    Question = Callable[[Connection], Any]
    """A query with everything it wants to know but the connection: a `functools.partial`."""


def together(connection: Connection, *questions: Question) -> tuple[Any, ...]:
    """Answer questions in their order, so that a screen fills all its parts at once."""
    return tuple(question(connection) for question in questions)
