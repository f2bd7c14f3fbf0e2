"""The schema's version: read without Alembic at every start, migrated with it when needed."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import inspect, text

from app.errors import N_, Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alembic.config import Config
    from sqlalchemy import Connection, Engine

SCHEMA_HEAD = "0025"
"""The newest migration; a test holds it against the migrations folder."""
MIGRATIONS = Path(__file__).parent / "migrations"

_VERSION = text("SELECT version_num FROM alembic_version")
_HAS_VERSION = text("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'")


def schema_of(connection: Connection) -> str:
    """Answer the schema's version, or "" for a database without tables."""
    if connection.dialect.name == "sqlite":
        known = connection.execute(_HAS_VERSION).scalar() is not None
    else:
        known = inspect(connection).has_table("alembic_version")
    return str(connection.execute(_VERSION).scalar() or "") if known else ""


def need_known_schema(version: str, folder: Path = MIGRATIONS) -> bool:
    """Answer whether a database must be migrated; raise `Unavailable` when it is newer.

    The file name of every migration begins with its version, so nothing is imported here.
    """
    if version == SCHEMA_HEAD and folder == MIGRATIONS:
        return False
    known = sorted(file.name.split("_")[0] for file in (folder / "versions").glob("[0-9]*.py"))
    if version and version not in known:
        raise Unavailable(NEWER, NEWER_REMEDY)
    return version != known[-1]


def migrate(engine: Engine, to: str = "head", folder: Path = MIGRATIONS) -> None:
    """Bring the schema up to a version in one transaction, or leave it untouched."""
    with _rebuilding(engine) as connection:
        migrate_on(connection, to, folder)


def migrate_on(connection: Connection, to: str = "head", folder: Path = MIGRATIONS) -> None:
    """Bring the schema up to a version in a transaction that somebody else ends."""
    from alembic import command  # noqa: PLC0415 - slow to import, rarely needed

    command.upgrade(_config(connection, folder), to)


def migrate_down(engine: Engine, to: str = "base", folder: Path = MIGRATIONS) -> None:
    """Take the schema back to an older version in one transaction."""
    from alembic import command  # noqa: PLC0415 - slow to import, rarely needed

    with _rebuilding(engine) as connection:
        command.downgrade(_config(connection, folder), to)


@contextmanager
def _rebuilding(engine: Engine) -> Iterator[Connection]:
    """Answer a transaction in which SQLite may make tables anew to which others lead.

    SQLite changes most of a table by making another one and dropping the first, which its keys
    forbid while rows lead there. They rest meanwhile, and all of them are checked before the end.
    """
    with engine.connect() as connection:
        if connection.dialect.name != "sqlite":
            with connection.begin():
                yield connection
            return
        driver: Any = connection.connection.dbapi_connection
        driver.execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                yield connection
                if astray := connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                    message = f"the migration leaves keys that lead nowhere: {astray}"
                    raise RuntimeError(message)
        finally:
            driver.execute("PRAGMA foreign_keys = ON")


def _config(connection: Connection, folder: Path) -> Config:
    from alembic.config import Config  # noqa: PLC0415 - slow to import, rarely needed

    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


NEWER = N_("This office was made with a newer version of Nahbar. Nothing was changed.")
NEWER_REMEDY = N_("Install the newest version, then open the office again.")
