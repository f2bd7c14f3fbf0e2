"""How the database goes about a statement: which indexes it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select


def plan_of(connection: Connection, statement: Select[*tuple[Any, ...]]) -> str:
    """Answer the plan of a statement, line by line; its parameters stay open."""
    values = dict.fromkeys(statement.compile().params)
    rendered = statement.params(values).compile(
        connection, compile_kwargs={"render_postcompile": True}
    )
    bound = tuple(None for _ in rendered.positiontup or ())
    rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {rendered.string}", bound)
    return "\n".join(row.detail for row in rows)
