"""Clauses that a shared office asks by its policies, and that are then not asked a second time.

A policy is asked for each mention of a table; a clause of the program that mentions it again, to
find whom nobody may know of, finds nobody on such a server and costs as much as the question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, ColumnElement
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

if TYPE_CHECKING:
    from sqlalchemy.sql.compiler import SQLCompiler


class _Unguarded(FunctionElement[bool]):
    """A clause that holds for nobody where row policies bind whoever asks."""

    type = Boolean()
    name = "unguarded"
    inherit_cache = True
    _is_implicitly_boolean = True
    """SQLAlchemy would write "= 1" behind it, and SQLite then uses no index."""


def where_unguarded(clause: ColumnElement[bool]) -> ColumnElement[bool]:
    """Answer the clause over people, false at once where their policies already hold.

    They bind every login of a shared office, and nobody else: not who looks after the server.
    """
    return _Unguarded(clause)


@compiles(_Unguarded)
def _asked(element: _Unguarded, compiler: SQLCompiler, **more: Any) -> str:  # noqa: ANN401 - passed on
    (clause,) = element.clauses
    return f"({compiler.process(clause, **more)})"


@compiles(_Unguarded, "postgresql")
def _asked_once(element: _Unguarded, compiler: SQLCompiler, **more: Any) -> str:  # noqa: ANN401 - as above
    # A question of its own, so that the planner asks it before it reads any row.
    unbound = "(SELECT NOT row_security_active('person'))"
    return f"({unbound} AND {_asked(element, compiler, **more)})"
