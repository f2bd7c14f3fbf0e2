"""Among few values that a question of its own finds: written so that each database uses an index.

PostgreSQL looks through the whole table where such questions are joined by "or", or stand in a
policy; of an array that is made first it expects few values, and goes by them along the index.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, ColumnElement, CompoundSelect, Select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

if TYPE_CHECKING:
    from sqlalchemy.orm import InstrumentedAttribute
    from sqlalchemy.sql.compiler import SQLCompiler


class _Among(FunctionElement[bool]):
    """A value, and the question that finds the values that it may be."""

    type = Boolean()
    name = "among"
    inherit_cache = True
    _is_implicitly_boolean = True
    """SQLAlchemy would write "= 1" behind it, and SQLite then uses no index."""


def among(
    value: ColumnElement[Any] | InstrumentedAttribute[Any],
    few: Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]],
) -> ColumnElement[bool]:
    """Answer the clause that a value is one of the few that a question finds.

    The question must not lean on the statement around it. Of many values `in_` is quicker.
    """
    return _Among(value, few.scalar_subquery())


@compiles(_Among)
def _in(element: _Among, compiler: SQLCompiler, **more: Any) -> str:  # noqa: ANN401 - passed on
    value, few = element.clauses
    return f"{compiler.process(value, **more)} IN {compiler.process(few, **more)}"


@compiles(_Among, "postgresql")
def _any(element: _Among, compiler: SQLCompiler, **more: Any) -> str:  # noqa: ANN401 - passed on
    value, few = element.clauses
    return f"{compiler.process(value, **more)} = ANY (ARRAY{compiler.process(few, **more)})"
