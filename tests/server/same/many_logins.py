"""An office whose colleagues each work with their own login, under the names that tests use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from sqlalchemy import URL, Engine, create_engine, text
from sqlalchemy.pool import NullPool

from app.access.actions import add_member
from app.access.rules import MemberDetails, Role
from app.office import Done, Office
from tests.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Callable

ANNA = "Anna Beispiel"
_MEMBER = text(
    "INSERT INTO member (id, version, name, role, is_active, since, login)"
    " VALUES (:id, 1, :name, :role, true, now(), :login)"
    " ON CONFLICT (name) DO UPDATE SET role = excluded.role RETURNING id"
)
_ROLE = "DO $$ BEGIN CREATE ROLE {login} LOGIN; EXCEPTION WHEN duplicate_object THEN END $$"


class Logins:
    """Engines of one database, by the name of the colleague."""

    def __init__(self, url: URL) -> None:
        """Stand on a guarded database, with the address of whoever looks after the server."""
        self._url = url
        self.owner = create_engine(url, poolclass=NullPool)
        self._engines: dict[str, Engine] = {}

    def add(self, name: str, role: Role) -> UUID:
        """Put a colleague on the list, with a login of the same name."""
        login = login_of(name)
        with self.owner.begin() as connection:
            connection.exec_driver_sql(_ROLE.format(login=login))
            values = {"id": uuid4(), "name": name, "role": role.value, "login": login}
            key: UUID = connection.execute(_MEMBER, values).scalar_one()
        return key

    def engine(self, name: str) -> Engine:
        """Answer the engine of a colleague; of one who is on no list, an empty-handed one."""
        if name not in self._engines:
            with self.owner.begin() as connection:
                connection.exec_driver_sql(_ROLE.format(login=login_of(name)))
            url = self._url.set(username=login_of(name))
            self._engines[name] = create_engine(url, pool_size=2, hide_parameters=True)
        return self._engines[name]

    def close(self) -> None:
        """Give all connections back."""
        for engine in self._engines.values():
            engine.dispose()


class SharedDesk(Office):
    """An office that takes the login of whoever is said to work in it."""

    def __init__(self, logins: Logins, who: str, clock: Callable[[], Any] = lambda: NOW) -> None:
        """Begin as a colleague."""
        self.logins = logins
        super().__init__(logins.engine(who), who=who, clock=clock)

    def work_as(self, who: str) -> None:
        """Work with another login."""
        self._engine = self.logins.engine(who)
        super().work_as(who)

    def act(self, action: Callable[..., Any], *args: Any, **kwargs: Any) -> Done[Any]:  # noqa: ANN401 - any action
        """Carry out an action; a new colleague gets a login as well."""
        if action is add_member and isinstance(args[1], MemberDetails):
            return Done(self.logins.add(args[1].name, Role(args[1].role)), frozenset({"access"}))
        if action.__name__ in {"_join", "join"}:
            return Done(self.logins.add(args[0], Role(args[1])), frozenset())
        return super().act(action, *args, **kwargs)


def login_of(name: str) -> str:
    """Answer a login that is made of a name."""
    return "t_" + re.sub(r"\W", "_", name.lower())[:50]
