"""What every table shares: names of constraints, a client-side key, a version, column types."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias
from uuid import UUID, SafeUUID, uuid4

from sqlalchemy import (
    DDL,
    DateTime,
    Index,
    Integer,
    MetaData,
    Text,
    TypeDecorator,
    Uuid,
    event,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, Dialect

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

Reading: TypeAlias = "Callable[[Any], Any] | None"
"""Makes a value of what the driver answers; None takes it as it is."""


class Key(Uuid[UUID]):
    """The key of a record; read where SQLite keeps it as 32 hexadecimal digits, by the thousand."""

    def result_processor(self, dialect: Dialect, coltype: object) -> Reading:
        """Make keys of digits that the program wrote itself without looking at them again."""
        if dialect.name == "sqlite":
            return _as_key
        column: Any = super()  # SQLAlchemy leaves this method untyped
        reading: Reading = column.result_processor(dialect, coltype)
        return reading


class KeyDigits(TypeDecorator[str]):
    """A key read as its 32 hexadecimal digits, for rows of which few are acted upon."""

    impl = Key
    cache_ok = True

    def process_result_value(self, value: UUID | None, dialect: Dialect) -> str | None:
        """Answer the digits of a key."""
        del dialect
        return None if value is None else value.hex

    def result_processor(self, dialect: Dialect, coltype: object) -> Reading:
        """Take the digits as SQLite keeps them."""
        return None if dialect.name == "sqlite" else super().result_processor(dialect, coltype)


_UNKNOWN = SafeUUID.unknown


def _as_key(digits: str | None) -> UUID | None:
    if digits is None:
        return None
    # What `UUID(digits)` does, in a third of its time: half of a list was spent there.
    key = object.__new__(UUID)
    object.__setattr__(key, "int", int(digits, 16))
    object.__setattr__(key, "is_safe", _UNKNOWN)
    return key


class Instant(TypeDecorator[datetime]):
    """A moment in time, aware and in UTC; SQLite keeps it without its zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store an aware datetime; a naive one is a programming error."""
        if value is None:
            return None
        if value.tzinfo is None:
            message = "an instant needs a time zone"
            raise ValueError(message)
        instant = value.astimezone(UTC)
        return instant.replace(tzinfo=None) if dialect.name == "sqlite" else instant

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Answer an aware datetime in UTC."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)

    def result_processor(self, dialect: Dialect, coltype: object) -> Reading:
        """Read the text of SQLite in one step; every note has one."""
        return (
            _as_instant if dialect.name == "sqlite" else super().result_processor(dialect, coltype)
        )


def _as_instant(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(f"{text}+00:00")


SortedText = Text().with_variant(Text(collation="C"), "postgresql")
"""Text compared code point by code point on every database: search and sort keys."""


def statement(sql: str, dialect: str | None = None) -> Any:  # noqa: ANN401 - a listener of events
    """Answer a statement that is carried out with an event of the schema, on one kind only."""
    ddl: Any = DDL(sql)  # type: ignore[no-untyped-call]  # SQLAlchemy leaves it untyped
    return ddl.execute_if(dialect=dialect) if dialect else ddl


class Base(DeclarativeBase):
    """The root of all tables."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {UUID: Key()}


def partial_index(name: str | None, *columns: str, where: str, unique: bool = False) -> Index:
    """Answer an index over those rows alone for which `where` holds, in SQL.

    PostgreSQL is told once tables are made on it: to name it here would import all of its
    dialect at every start.
    """
    clause = text(where)
    of_server = {_OF_SERVER: clause}
    return Index(name, *columns, unique=unique, sqlite_where=clause, info=of_server)


_OF_SERVER = "postgresql_where"


@event.listens_for(Base.metadata, "before_create")
def _tell_server(metadata: MetaData, connection: Connection, **_rest: object) -> None:
    if connection.dialect.name == "postgresql":
        for index in (index for table in metadata.tables.values() for index in table.indexes):
            if _OF_SERVER in index.info:
                index.dialect_kwargs[_OF_SERVER] = index.info[_OF_SERVER]


class Record(Base):
    """An editable table: a key made by the program and a version that counts its changes."""

    __abstract__ = True

    id: Mapped[UUID] = mapped_column(Key(), primary_key=True, default=uuid4)
    version: Mapped[int] = mapped_column(Integer, nullable=False, default=1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - a declared attribute has a class
        """Let the ORM check and count the version of every subclass."""
        return {"version_id_col": cls.version}
