"""What the migrations are written with: columns by the kind, keys and indexes by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa
from alembic import op

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, TypeAlias

    from sqlalchemy.schema import SchemaItem

    AnyColumn: TypeAlias = sa.Column[Any]

SORTED_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
"""Text that every database compares code point by code point."""
ADDRESS = ("care_of", "street", "house_number", "floor", "door", "postal_code", "city")


def text(*names: str) -> list[AnyColumn]:
    """Answer columns of text that is never missing."""
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def sorted_text(*names: str) -> list[AnyColumn]:
    """Answer columns of text that searches and sorts."""
    return [sa.Column(name, SORTED_TEXT, nullable=False) for name in names]


def numbers(*names: str) -> list[AnyColumn]:
    """Answer columns of whole numbers."""
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def flags(*names: str) -> list[AnyColumn]:
    """Answer columns that say yes or no."""
    return [sa.Column(name, sa.Boolean(), nullable=False) for name in names]


def days(*names: str) -> list[AnyColumn]:
    """Answer columns of days that may be unknown."""
    return [sa.Column(name, sa.Date(), nullable=True) for name in names]


def instant(name: str, *, nullable: bool = False) -> AnyColumn:
    """Answer a column of an instant."""
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def country() -> AnyColumn:
    """Answer the column of a country's two letters."""
    return sa.Column("country", sa.String(length=2), nullable=False)


def keys(*names: str, nullable: bool = False) -> list[AnyColumn]:
    """Answer columns that point at records."""
    return [sa.Column(name, sa.Uuid(), nullable=nullable) for name in names]


def make(
    table: str,
    *columns: AnyColumn | Iterable[AnyColumn],
    to: dict[str, str] | None = None,
    unique: tuple[str, ...] = (),
    primary: tuple[str, ...] = (),
    is_record: bool = True,
) -> None:
    """Make a table; `to` says which columns point at which tables.

    A record has a key `id` and a version; any other table says what its primary key is.
    """
    parts: list[SchemaItem] = []
    for column in columns:
        parts.extend([column] if isinstance(column, sa.Column) else column)
    if is_record:
        parts += [*keys("id"), *numbers("version")]
    for name, target in (to or {}).items():
        parts.append(
            sa.ForeignKeyConstraint(
                [name], [f"{target}.id"], name=op.f(f"fk_{table}_{name}_{target}")
            )
        )
    parts.append(sa.PrimaryKeyConstraint(*(primary or ("id",)), name=op.f(f"pk_{table}")))
    if unique:
        parts.append(sa.UniqueConstraint(*unique, name=op.f(f"uq_{table}_{'_'.join(unique)}")))
    op.create_table(table, *parts)


def index(table: str, *columns: str, unique: bool = False) -> None:
    """Make an index under the name that the models give it."""
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns), unique=unique)


def drop(*tables: str) -> None:
    """Remove tables in the order in which they are named."""
    for table in tables:
        op.drop_table(table)
