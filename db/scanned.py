"""A column by which a question reads its whole table, though there is an index.

SQLite keeps no figures of what the tables hold and takes every index that it finds. Where half
of all rows are wanted, it then looks up each one alone: that takes twice as long as reading all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import InstrumentedAttribute
    from sqlalchemy.sql.compiler import SQLCompiler


class _Scanned(FunctionElement[Any]):
    """A column without its index."""

    name = "scanned"
    inherit_cache = True


def scanned(column: InstrumentedAttribute[Any]) -> ColumnElement[Any]:
    """Answer a column for a clause that many rows of its table may fulfil.

    The planner of a server knows the figures of its tables and is left alone.
    """
    found = _Scanned(column)
    found.type = column.type
    return found


@compiles(_Scanned)
def _as_it_is(element: _Scanned, compiler: SQLCompiler, **more: Any) -> str:  # noqa: ANN401 - passed on
    (column,) = element.clauses
    return compiler.process(column, **more)


@compiles(_Scanned, "sqlite")
def _without_index(element: _Scanned, compiler: SQLCompiler, **more: Any) -> str:  # noqa: ANN401 - as above
    return f"+{_as_it_is(element, compiler, **more)}"
