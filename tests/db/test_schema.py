"""Requirements of migrations: they make what the models say, on SQLite and PostgreSQL alike."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import MetaData, inspect, text

from app.errors import Unavailable
from db.journal import WORD_INDEX
from db.schema import MIGRATIONS, migrate, migrate_down, need_known_schema, schema_of
from db.session import open_engine
from db.tables import SCHEMA_HEAD, metadata

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine
    from sqlalchemy.engine.interfaces import ReflectedIndex

RAISING = f'''
"""A step that fails half way."""
from alembic import op
import sqlalchemy as sa
revision = "9000"
down_revision = "{SCHEMA_HEAD}"
def upgrade() -> None:
    op.create_table("half", sa.Column("id", sa.Integer(), primary_key=True))
    op.execute("INSERT INTO half VALUES (1)")
    op.drop_table("term")
    raise RuntimeError("half way")
'''  # noqa: S608 - the program's own version


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty database of each kind."""
    if request.param == "postgresql":
        yield request.getfixturevalue("postgres")
        return
    engine = open_engine(tmp_path / "empty.db", bytes(32), create=True)
    yield engine
    engine.dispose()


def is_of_the_models(name: str | None, kind: str, _parents: object) -> bool:
    """Leave out the index of words, which every kind of database keeps in its own way."""
    return kind != "table" or not (name or "").startswith(WORD_INDEX)


def shape(connection: Connection) -> dict[str, str]:
    """Describe every table: columns, types, keys and indexes."""
    found = MetaData()
    found.reflect(connection)
    look = inspect(connection)
    return {
        name: repr(
            (
                sorted((column.name, repr(column.type), column.nullable) for column in table.c),
                look.get_pk_constraint(name),
                sorted(map(repr, look.get_foreign_keys(name))),
                sorted(map(_in_words, look.get_indexes(name))),
                sorted(map(repr, look.get_unique_constraints(name))),
            )
        )
        for name, table in found.tables.items()
    }


def _in_words(index: ReflectedIndex) -> str:
    """Describe an index; of which rows it is, as SQL."""
    options = {name: str(said) for name, said in index.get("dialect_options", {}).items()}
    return repr({**index, "dialect_options": options})


def test_the_migrations_make_exactly_what_the_models_say(empty: Engine) -> None:
    migrate(empty)
    with empty.connect() as connection:
        options = {"compare_type": True, "include_name": is_of_the_models}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def test_migrated_tables_are_shaped_like_those_made_from_the_models(
    empty: Engine, tmp_path: Path
) -> None:
    migrate(empty)
    with empty.connect() as connection:
        migrated = shape(connection)
    with empty.begin() as connection:
        connection.execute(text("DROP TABLE alembic_version"))
    migrated.pop("alembic_version")
    with empty.begin() as connection:
        metadata.drop_all(connection)
        metadata.create_all(connection)
        assert shape(connection) == migrated


def test_up_down_and_up_again_changes_nothing(empty: Engine) -> None:
    migrate(empty)
    with empty.connect() as connection:
        first = shape(connection)
    migrate_down(empty)
    with empty.connect() as connection:
        assert set(shape(connection)) == {"alembic_version"}
        assert schema_of(connection) == ""
    migrate(empty)
    with empty.connect() as connection:
        assert shape(connection) == first


def test_a_step_that_fails_half_way_leaves_nothing_behind(empty: Engine, tmp_path: Path) -> None:
    migrate(empty)
    with empty.connect() as connection:
        before = shape(connection)
    with pytest.raises(RuntimeError, match="half way"):
        migrate(empty, folder=with_step(tmp_path, "9000_half.py", RAISING))
    with empty.connect() as connection:
        assert shape(connection) == before
        assert schema_of(connection) == SCHEMA_HEAD


def test_the_version_is_read_without_alembic(empty: Engine) -> None:
    with empty.connect() as connection:
        assert schema_of(connection) == ""
    migrate(empty)
    with empty.connect() as connection:
        assert schema_of(connection) == SCHEMA_HEAD


def test_the_newest_step_is_the_one_the_tables_name() -> None:
    names = sorted(file.name.split("_")[0] for file in (MIGRATIONS / "versions").glob("[0-9]*"))
    assert names[-1] == SCHEMA_HEAD


def test_a_known_version_says_whether_to_migrate(tmp_path: Path) -> None:
    newer = with_step(tmp_path, "9000_more.py", "")
    assert not need_known_schema(SCHEMA_HEAD)
    assert need_known_schema("")
    assert need_known_schema("0001", newer)
    assert not need_known_schema("9000", newer)


def test_an_unknown_version_is_refused_as_newer() -> None:
    with pytest.raises(Unavailable, match="newer version of Nahbar"):
        need_known_schema("9999")


def test_looking_at_the_version_does_not_import_alembic() -> None:
    code = "import sys, db.schema; sys.exit('alembic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def with_step(folder: Path, name: str, code: str) -> Path:
    """Copy the migrations and add one step."""
    copy = folder / "migrations"
    (copy / "versions").mkdir(parents=True)
    for file in (MIGRATIONS / "env.py", *(MIGRATIONS / "versions").glob("0*.py")):
        (copy / file.relative_to(MIGRATIONS)).write_text(file.read_text())
    (copy / "versions" / name).write_text(code)
    return copy
