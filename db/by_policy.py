"""Clauses that a shared office asks by its policies, and that are then not asked a second time.

A policy is asked for each mention of a table; a clause of the program that mentions it again, to
find whom nobody may know of, finds nobody on such a server and costs as much as the question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, ColumnElement, true
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

if TYPE_CHECKING:
    from sqlalchemy.sql.compiler import SQLCompiler


class _ByPolicy(FunctionElement[bool]):
    """A clause, and what is left of it where policies say the rest."""

    type = Boolean()
    name = "by_policy"
    inherit_cache = True
    _is_implicitly_boolean = True
    """SQLAlchemy would write "= 1" behind it, and SQLite then uses no index."""


def by_policy(
    clause: ColumnElement[bool], left: ColumnElement[bool] | None = None
) -> ColumnElement[bool]:
    """Answer the clause, and on a server only what is `left` of it: without any, it holds.

    Policies bind every login of a shared office, and nobody else: whoever looks after the
    server sees everything.
    """
    return _ByPolicy(clause, true() if left is None else left)


@compiles(_ByPolicy)
def _asked(element: _ByPolicy, compiler: SQLCompiler, **more: Any) -> str:  # noqa: ANN401 - passed on
    clause, _left = element.clauses
    return f"({compiler.process(clause, **more)})"


@compiles(_ByPolicy, "postgresql")
def _left(element: _ByPolicy, compiler: SQLCompiler, **more: Any) -> str:  # noqa: ANN401 - as above
    _clause, left = element.clauses
    return f"({compiler.process(left, **more)})"
