"""A shared office on a server of the tests: made once as a pattern, copied for each module."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from sqlalchemy import URL, Engine, create_engine, text
from sqlalchemy.pool import NullPool

from app.access.rules import Role
from app.office import Office
from db.schema import migrate
from db.server import add_login, install
from tests.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Mapping

PASSWORD = "ein langes Passwort für alle"
COLLEAGUES: Mapping[str, Role] = {
    "Anna Beispiel": Role.ADMINISTRATOR,
    "Karin Vogt": Role.COORDINATOR,
    "Zoe Amt": Role.CASEWORKER,
    "Pia Sand": Role.PSP_MEMBER,
    "Bent Holm": Role.VOLUNTEER,
    "Dora Schutz": Role.DPO,
}
"""One colleague of each role."""
FIXED_CLOCK = (
    "CREATE OR REPLACE FUNCTION public.nahbar_now() RETURNS timestamptz LANGUAGE sql STABLE"
    f" AS $$SELECT timestamptz '{NOW.isoformat()}'$$"
)
_numbers = count(1)


class SharedOffice:
    """A database of its own on a server, with a login for each colleague."""

    def __init__(self, server: URL, pattern: str) -> None:
        """Copy a pattern that `make_pattern` made on the server."""
        self.number = next(_numbers)
        self.database = f"office_{self.number}"
        run(server, f"CREATE DATABASE {self.database} TEMPLATE {pattern}")
        self.url = server.set(database=self.database)
        self.owner = create_engine(self.url, poolclass=NullPool)
        with self.owner.begin() as connection:
            connection.exec_driver_sql(FIXED_CLOCK)
            install(connection)  # what belongs to a database itself is not copied
            for name, role in COLLEAGUES.items():
                add_login(connection, self.login(name), PASSWORD, role, name=name)
        self._engines: dict[str, Engine] = {}

    def login(self, name: str) -> str:
        """Answer the login of a colleague; logins belong to the whole server."""
        return f"{name.split(maxsplit=1)[0].lower()}_{self.number}"

    def engine(self, name: str) -> Engine:
        """Answer an engine with the login of a colleague."""
        if name not in self._engines:
            url = self.url.set(username=self.login(name), password=PASSWORD)
            self._engines[name] = create_engine(url, pool_size=2, hide_parameters=True)
        return self._engines[name]

    def office(self, name: str = "Anna Beispiel") -> Office:
        """Answer the office as a colleague has it open at `NOW`."""
        return Office(self.engine(name), who=name, clock=lambda: NOW)

    def close(self) -> None:
        """Give all connections back."""
        for engine in (*self._engines.values(), self.owner):
            engine.dispose()


def make_pattern(server: URL) -> str:
    """Make a database with the guarded schema, to be copied; answer its name."""
    name = f"pattern_{next(_numbers)}"
    run(server, f"CREATE DATABASE {name}")
    engine = create_engine(server.set(database=name), poolclass=NullPool)
    migrate(engine)
    with engine.begin() as connection:
        install(connection)
    engine.dispose()
    return name


def run(server: URL, statement: str) -> None:
    """Carry out one statement outside any transaction."""
    engine = create_engine(server, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


__all__ = ["COLLEAGUES", "PASSWORD", "SharedOffice", "make_pattern", "run"]
