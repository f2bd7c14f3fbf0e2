"""Running `nahbar server` as an administrator does, and what it answers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, text

from app.command_line.run import run

if TYPE_CHECKING:
    import pytest

    from tests.server.cluster import Cluster


class Administrator:
    """Looks after one database of a cluster, as `postgres` through its socket."""

    def __init__(
        self,
        cluster: Cluster,
        database: str,
        capsys: pytest.CaptureFixture[str],
        template: str = "template1",
    ) -> None:
        """Make the database: empty, or like another."""
        self.cluster = cluster
        self.database = database
        self._capsys = capsys
        make_database(cluster, database, template)

    @property
    def address(self) -> str:
        """What psql would be told."""
        cluster = self.cluster
        where = f"host={cluster.socket_folder} port={cluster.port}"
        return f"{where} user=postgres dbname={self.database}"

    def tell(self, step: str, *more: str) -> tuple[int, str, str]:
        """Carry out a step; answers exit code, what was said, and what went wrong."""
        code = run(["server", step, "--db", self.address, *more])
        said = self._capsys.readouterr()
        return code, said.out, said.err

    def facts(self, step: str, *more: str) -> dict[str, Any]:
        """Carry out a step that must go well; answers what programs are told."""
        code, out, err = self.tell(step, *more, "--json")
        assert (code, err) == (0, "")
        told: dict[str, Any] = json.loads(out)
        return told

    def ask(self, question: str) -> Any:  # noqa: ANN401 - whatever the column holds
        """Answer the one value that a question has."""
        engine = create_engine(self.cluster.url(self.database))
        with engine.connect() as connection:
            found = connection.execute(text(question)).scalar()
        engine.dispose()
        return found


def make_database(cluster: Cluster, database: str, template: str = "template1") -> None:
    """Make a database, in place of one of the same name; logins of earlier tests are gone."""
    engine = create_engine(cluster.url(), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)"))
        for login in connection.execute(_LOGINS).scalars().all():
            connection.execute(text(f"DROP ROLE {login}"))
        connection.execute(text(f"CREATE DATABASE {database} TEMPLATE {template}"))
    engine.dispose()


_LOGINS = text("SELECT rolname FROM pg_roles WHERE rolname IN ('petra_weber', 'omar_ali')")
