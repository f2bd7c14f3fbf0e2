"""A shared office on a server with TLS, with colleagues in it, and its connection profile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.admin.rules import NewOffice
from app.server.actions import add_person, set_up
from app.server.joining import Credentials
from app.server.rules.people import NewPerson
from app.server.rules.profile import Profile
from app.server.rules.profile_file import write_profile
from db.owner import owner_connection
from tests.server.verbs import make_database

if TYPE_CHECKING:
    from pathlib import Path

    from tests.server.cluster import Cluster
    from tests.server.tls import Authority

PETRA = Credentials("petra_weber", "four plain words here")
OMAR = Credentials("omar_ali", "five other plain words here")
_COLLEAGUES = (
    (PETRA, "Petra Weber", "administrator"),
    (OMAR, "Omar Ali", "caseworker"),
)


@dataclass(frozen=True, slots=True)
class JointOffice:
    """What is known of a shared office."""

    cluster: Cluster
    profile: Profile

    def write_profile(self, file: Path) -> Path:
        """Write the connection profile as it is sent to colleagues."""
        file.write_text(write_profile(self.profile), encoding="utf-8")
        return file

    @property
    def address(self) -> str:
        """How whoever looks after the server comes to the database."""
        cluster = self.cluster
        where = f"host={cluster.socket_folder} port={cluster.port} user=postgres"
        return f"{where} dbname={self.profile.database}"


def make_joint_office(
    cluster: Cluster, authority: Authority, database: str = "joint_office"
) -> JointOffice:
    """Make an office with an administrator and a caseworker."""
    make_database(cluster, database)
    profile = Profile(
        "Büro Nord",
        "localhost",
        database,
        port=cluster.port,
        sslmode="verify-full",
        ca=authority.pem,
    )
    made = JointOffice(cluster, profile)
    with owner_connection(made.address) as connection:
        set_up(connection, NewOffice("Büro Nord", "DE", who="postgres"))
        for credentials, name, role in _COLLEAGUES:
            person = NewPerson(credentials.login, name, role)
            add_person(connection, person, credentials.password)
    return made
