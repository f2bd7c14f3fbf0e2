"""The way of an administrator to a server: as libpq finds it, and not in a way others can hear."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.conninfo import conninfo_to_dict
from psycopg.pq import Conninfo
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from app.errors import N_, Problem, Refused, Unavailable
from app.server.rules.profile import VERIFY_FULL, is_loopback
from db.server_trouble import of_server
from db.trouble import plain_trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection

PASSWORD_TOLD = N_(
    "A password among the arguments can be seen by others on this computer. Leave it out: it is "
    "asked for, or read from PGPASSWORD or the file .pgpass."
)
NO_ADDRESS = N_("{address} does not say how to reach a database: {what}")
WEAK_WAY = N_(
    "The server {host} is another computer, so the connection must be sslmode=verify-full with "
    "sslrootcert; otherwise others could listen."
)
BUSY_S = 15
"""How long a change of the schema waits for those who work, in seconds."""

_ASKS = "no password supplied"


def owner_way(address: str) -> dict[str, str]:
    """Answer how libpq would connect: the address first, then its environment.

    Raises `Refused` for what is no address, holds a password, or leaves this computer unsafely.
    """
    try:
        told = conninfo_to_dict(address)
    except psycopg.ProgrammingError as error:
        what = str(error).strip()
        raise Refused(Problem(NO_ADDRESS, "db", {"address": address, "what": what})) from error
    if "password" in told:
        raise Refused(Problem(PASSWORD_TOLD, "db"))
    way = _environment() | {name: str(value) for name, value in told.items()}
    hosts = ",".join(filter(None, (way.get("host"), way.get("hostaddr")))).split(",")
    for host in hosts:
        if not is_loopback(host) and way.get("sslmode") != VERIFY_FULL:
            raise Refused(Problem(WEAK_WAY, "db", {"host": host}))
    return way


@contextmanager
def owner_connection(
    address: str, ask_password: Callable[[], str] | None = None
) -> Iterator[Connection]:
    """Open one transaction of an administrator, kept when the block ends well.

    `ask_password` is called when the server wants one and none is known. Raises `Refused` or
    `Unavailable` as `owner_way` and the server say.
    """
    way = owner_way(address)
    engine = create_engine(
        "postgresql+psycopg://",
        creator=lambda: _opened(way, ask_password),
        poolclass=NullPool,
        hide_parameters=True,
        use_native_hstore=False,
    )
    try:
        with plain_trouble(), engine.begin() as connection:
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{BUSY_S}s'")
            yield connection
    except psycopg.Error as error:
        # Scripts are sent past SQLAlchemy, many statements at once.
        raise of_server(error) or error from error


@contextmanager
def owner_driver(
    address: str, ask_password: Callable[[], str] | None = None
) -> Iterator[psycopg.Connection[Any]]:
    """Open the raw connection of an administrator, which begins no transaction by itself.

    Raises `Refused` or `Unavailable` as `owner_connection` does.
    """
    way = owner_way(address)
    try:
        with _opened(way, ask_password) as driver:
            driver.autocommit = True
            yield driver
    except psycopg.Error as error:
        raise of_server(error) or error from error


def _opened(way: dict[str, str], ask_password: Callable[[], str] | None) -> psycopg.Connection[Any]:
    told: dict[str, Any] = {**way}
    try:
        return psycopg.connect(**told)
    except psycopg.OperationalError as error:
        if ask_password is None or _ASKS not in str(error):
            raise
    return psycopg.connect(**told, password=ask_password())


def need_superuser(connection: Connection) -> None:
    """Raise `Unavailable` for those who cannot set up roles and see past the policies."""
    if not connection.execute(_IS_SUPERUSER).scalar_one():
        raise Unavailable(NOT_THE_OWNER, NOT_THE_OWNER_REMEDY)


def need_superuser_of(driver: psycopg.Connection[Any]) -> None:
    """Raise `Unavailable` as `need_superuser` does, for a raw connection."""
    row = driver.execute(str(_IS_SUPERUSER)).fetchone()
    if row is None or not row[0]:
        raise Unavailable(NOT_THE_OWNER, NOT_THE_OWNER_REMEDY)


def _environment() -> dict[str, str]:
    """Answer what PG* variables and a service file say, as far as it says where and how."""
    return {
        option.keyword.decode(): option.val.decode()
        for option in Conninfo.get_defaults()
        if option.val and option.keyword in _SAID
    }


_SAID = (b"host", b"hostaddr", b"port", b"dbname", b"user", b"sslmode", b"sslrootcert")
_IS_SUPERUSER = text("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
NOT_THE_OWNER = N_(
    "Only a superuser of the server, such as postgres, may set up or upgrade an office."
)
NOT_THE_OWNER_REMEDY = N_("Give another login with --db or PGUSER.")
