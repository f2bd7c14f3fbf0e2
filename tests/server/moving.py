"""A demo office in a folder, and databases on a server that it can be moved to."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from app.admin.offices import key_from_file
from app.moving.to_server import move_to_server
from db.owner import owner_driver
from tests.server.shared import SharedOffice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from app.moving.rules import Moved, Progress
    from tests.server.cluster import Cluster

WHO = "Karin Vogt"


def quiet(progress: Progress) -> None:
    """Say nothing."""
    del progress


class NewServer(SharedOffice):
    """An office on a server that has just been set up: its colleagues are there, nothing else."""

    def __init__(self, cluster: Cluster, pattern: str) -> None:
        """Copy the pattern."""
        super().__init__(cluster.url(), pattern)
        self.cluster = cluster

    @property
    def address(self) -> str:
        """How whoever looks after the server comes to the database."""
        where = f"host={self.cluster.socket_folder} port={self.cluster.port}"
        return f"{where} user=postgres dbname={self.database}"

    @contextmanager
    def driver(self) -> Iterator[Any]:
        """Open the raw connection of the superuser."""
        with owner_driver(self.address) as driver:
            yield driver

    def receive(self, folder: Path, told: Callable[[Progress], None] = quiet) -> Moved:
        """Bring an office here."""
        with self.driver() as driver:
            return move_to_server(folder, key_from_file(folder / "demo.key"), driver, told, WHO)

    def value(self, question: str) -> Any:  # noqa: ANN401 - whatever the column holds
        """Answer the one value that a question has, past all policies."""
        with self.driver() as driver:
            return driver.execute(question).fetchone()[0]
