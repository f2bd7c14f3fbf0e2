"""Fault 17: the office lies on the network, where locks cannot be trusted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.admin.offices import create_office
from app.errors import Unavailable
from db.mounts import Mount
from tests.factories.offices import office_values, opened

if TYPE_CHECKING:
    from app.admin.rules import CreatedOffice


@pytest.mark.parametrize("kind", ["cifs", "nfs4", "smb3", "fuse.sshfs", "davfs"])
def test_an_office_on_the_network_is_refused(made: CreatedOffice, kind: str) -> None:
    mounts = [Mount(Path("/"), "ext4"), Mount(made.folder.parent, kind)]
    before = (made.folder / "office.db").read_bytes()
    with pytest.raises(Unavailable, match="on the network") as trouble:
        opened(made, mounts=mounts)
    assert trouble.value.problem.values["kind"] == kind
    assert "backups" in trouble.value.remedy.message
    assert (made.folder / "office.db").read_bytes() == before
    opened(made).close()


def test_no_new_office_is_made_on_the_network(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="on the network"):
        create_office(
            tmp_path / "new",
            office_values(),
            passphrase=None,
            use_keyring=False,
            mounts=[Mount(tmp_path, "nfs")],
        )
    assert not list((tmp_path / "new").iterdir())


def test_a_local_disk_inside_a_network_folder_is_fine(made: CreatedOffice) -> None:
    mounts = [Mount(Path("/"), "nfs4"), Mount(made.folder, "ext4")]
    opened(made, mounts=mounts).close()
