"""Indexes from which PostgreSQL reads further columns, so that it need not look into the table.

SQLAlchemy's own way loads the library of PostgreSQL with the tables, in an office in a file too.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Index
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.schema import CreateIndex

_ALSO = "read_besides"


def covering(*columns: str, also: tuple[str, ...]) -> Index:
    """Answer an index of columns that on PostgreSQL holds others `also`."""
    return Index(None, *columns, info={_ALSO: also})


@compiles(CreateIndex, "postgresql")
def _with_others(element: CreateIndex, compiler: Any, **more: Any) -> str:  # noqa: ANN401 - passed on
    sql: str = compiler.visit_create_index(element, **more)
    also = element.element.info.get(_ALSO)
    return f"{sql} INCLUDE ({', '.join(also)})" if also else sql
