"""The disk of the server is full: one sentence, nothing half saved, what is typed stays here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, func, select

from app.drafts.actions import save_draft
from app.drafts.queries import draft
from app.drafts.rules import Drafted
from app.errors import Unavailable
from app.journal.actions import write_note
from app.server.joining import keep_profile, read_profile_file
from app.server.shared_office import open_shared_office
from app.settings import data_folder
from db.journal import Note
from db.server_trouble import SERVER_FULL
from tests.factories.clients import add_client
from tests.factories.journal import note_entry
from tests.server.office import OMAR

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy import Connection

    from app.server.shared_office import SharedOffice
    from tests.server.cluster import Cluster
    from tests.server.office import JointOffice

_SIZE = "64m"


@pytest.fixture
def disk(tls_server: Cluster, joint: JointOffice) -> Iterator[Path]:
    """A small disk that the server may write to."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux can mount a small disk")
    folder = tls_server.folder / "small"
    folder.mkdir()
    options = ["-t", "tmpfs", "-o", f"size={_SIZE}", "tmpfs", str(folder)]
    if subprocess.run(["mount", *options], check=False).returncode:
        pytest.skip("this machine does not let its root mount a disk")
    shutil.chown(folder, tls_server.owner)
    yield folder
    _as_owner(
        tls_server,
        f"DROP DATABASE IF EXISTS {joint.profile.database} WITH (FORCE)",
        "DROP TABLESPACE IF EXISTS tiny",
    )
    subprocess.run(["umount", "-l", str(folder)], check=True)


def _as_owner(cluster: Cluster, *statements: str) -> None:
    engine = create_engine(cluster.url(), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()


def _fill(disk: Path) -> Path:
    """Fill a disk up to its last byte."""
    file = disk / "filling"
    handle = os.open(file, os.O_CREAT | os.O_WRONLY)
    with suppress(OSError):
        while True:
            os.write(handle, bytes(4096))
    os.close(handle)
    return file


def _write_on(office: SharedOffice, person: UUID) -> None:
    """Write notes that cannot be packed tightly, far more than there is room for."""
    for _ in range(200):
        office.act(write_note, uuid4(), note_entry(person, text=os.urandom(9_000).hex()))


def _notes(connection: Connection) -> int:
    return connection.execute(select(func.count()).select_from(Note)).scalar_one()


def test_a_full_disk_of_the_server_loses_nothing(
    tls_server: Cluster, joint: JointOffice, disk: Path, tmp_path: Path
) -> None:
    _as_owner(
        tls_server,
        f"CREATE TABLESPACE tiny LOCATION '{disk}'",
        f"ALTER DATABASE {joint.profile.database} SET TABLESPACE tiny",
    )
    place = keep_profile(
        read_profile_file(joint.write_profile(tmp_path / "sent.nahbar")), "omar_ali"
    )
    office = open_shared_office(place, read_profile_file(place), OMAR)
    try:
        erna = add_client(office)
        filling = _fill(disk)
        # What is free within the tables is used up first.
        with pytest.raises(Unavailable) as trouble:
            _write_on(office, erna)
        assert trouble.value.problem.message == SERVER_FULL
        assert trouble.value.remedy.message

        for _ in range(20):
            typed = {"text": os.urandom(9_000).hex()}
            drafted = Drafted(form="client_note", subject=str(uuid4()), title="Notiz", texts=typed)
            office.act(save_draft, drafted)
        assert list(data_folder().rglob("*.draft"))
        kept = office.ask(draft, drafted.form, drafted.subject, office.who)
        assert kept is not None
        assert kept.texts == typed

        filling.unlink()
        before = office.ask(_notes)
        office.act(write_note, uuid4(), note_entry(erna, text="Wieder Platz."))
        assert office.ask(_notes) == before + 1
        assert not list(data_folder().rglob("*.draft"))
    finally:
        office.close()
