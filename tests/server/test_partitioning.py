"""Every table is ready for partitions by office: its keys hold once the office stands before them.

Nahbar gives each office a database of its own. Whoever wants many offices in one set of tables, as
PostgreSQL's partitions by list or Citus keep them, puts a column with the office's id first into
each key; what leads from row to row stays within an office.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Index,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    Uuid,
    func,
    select,
    text,
)
from sqlalchemy.orm import Session

from app.office import Act
from db.tables import metadata
from tests.conftest import NOW
from tests.factories.clients import add_client
from tests.factories.every_table import fill_every_table

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from tests.server.shared import SharedOffice

JOINT = "joint"
"""The schema that holds the tables of all offices together."""


def _partitioned() -> MetaData:
    """Answer all tables with the office before each key, one row of an office never in another."""
    made = MetaData(schema=JOINT)
    for table in metadata.sorted_tables:
        unique = [
            UniqueConstraint("office", *each.columns.keys())
            for each in table.constraints
            if isinstance(each, UniqueConstraint)
        ]
        leads = [
            ForeignKeyConstraint(
                ["office", *each.column_keys],
                [f"{JOINT}.{each.referred_table.name}.{name}" for name in _led_to(each)],
            )
            for each in table.foreign_key_constraints
        ]
        Table(
            table.name,
            made,
            Column("office", Uuid, nullable=False),
            *(Column(column.name, column.type, nullable=column.nullable) for column in table.c),
            PrimaryKeyConstraint("office", *table.primary_key.columns.keys()),
            *unique,
            *leads,
            *_unique_indexes(table),
            postgresql_partition_by="LIST (office)",
        )
    return made


def _led_to(key: ForeignKeyConstraint) -> tuple[str, ...]:
    return "office", *(element.column.name for element in key.elements)


def _unique_indexes(table: Table) -> list[Index]:
    return [
        Index(
            f"{table.name}_{at}",
            "office",
            *index.columns.keys(),
            unique=True,
            postgresql_where=index.dialect_options["postgresql"]["where"],
        )
        for at, index in enumerate(sorted(table.indexes, key=lambda one: str(one.name)))
        if index.unique
    ]


def _take_in(connection: Connection, office: UUID) -> None:
    """Make the partition of an office in each table, and copy all of its rows into it."""
    for table in metadata.sorted_tables:
        part = f'{JOINT}."{table.name}_{office.hex}"'
        whole = f'{JOINT}."{table.name}"'
        names = ", ".join(f'"{column.name}"' for column in table.c)
        connection.execute(
            text(f"CREATE TABLE {part} PARTITION OF {whole} FOR VALUES IN ('{office}')")
        )
        taken = f"INSERT INTO {whole} (office, {names}) SELECT :office, {names}"
        connection.execute(text(f'{taken} FROM public."{table.name}"'), {"office": office})


def _counts(connection: Connection, tables: MetaData) -> dict[str, int]:
    return {
        table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in tables.sorted_tables
    }


def test_every_table_of_two_offices_fits_into_partitions_by_office(debian: SharedOffice) -> None:
    erna, other = (add_client(debian.office(), given_name=name) for name in ("Erna", "Ali"))
    joint = _partitioned()
    with debian.owner.connect() as connection:
        act = Act(Session(connection), NOW, "Olga Eigen")
        fill_every_table(act, erna, other, "Says")
        single = _counts(connection, metadata)
        connection.execute(text(f"CREATE SCHEMA {JOINT}"))
        joint.create_all(connection)
        for _each in range(2):
            _take_in(connection, uuid4())
        assert _counts(connection, joint) == {name: 2 * count for name, count in single.items()}
        assert sum(count > 0 for count in single.values()) > len(single) // 2
