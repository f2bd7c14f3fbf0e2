"""Requirements of finding network folders."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.errors import Unavailable
from db.mounts import (
    Mount,
    need_local,
    network_kind,
    parse_mount_list,
    parse_mountinfo,
    this_computers_mounts,
)

MOUNTINFO = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:35 / /mnt/my\\040share rw,relatime shared:2 - cifs //server/share rw
41 22 0:36 / /srv/nfs rw - nfs4 server:/srv rw,vers=4.2
42 41 8:2 / /srv/nfs/local rw master:3 - ext4 /dev/sdb1 rw
43 22 0:37 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
nonsense
"""

MACOS = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//anna@server/share on /Volumes/My Share (smbfs, nodev, nosuid, mounted by anna)
"""

LINUX = parse_mountinfo(MOUNTINFO)


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/anna/office", ""),
        ("/mnt/my share/office", "cifs"),
        ("/mnt/my share", "cifs"),
        ("/mnt/my shares", ""),
        ("/srv/nfs/office", "nfs4"),
        ("/srv/nfs/local/office", ""),
        ("/run/user/1000/gvfs/smb-share/office", "fuse.gvfsd-fuse"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="paths of Linux")
def test_the_nearest_mount_decides(folder: str, kind: str) -> None:
    assert network_kind(Path(folder), LINUX) == kind


def test_of_two_mounts_on_a_folder_the_later_counts(tmp_path: Path) -> None:
    assert network_kind(tmp_path, [Mount(tmp_path, "nfs"), Mount(tmp_path, "ext4")]) == ""
    assert network_kind(tmp_path, [Mount(tmp_path, "ext4"), Mount(tmp_path, "nfs")]) == "nfs"


def test_a_link_into_the_network_is_followed(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "share")
    assert network_kind(tmp_path / "link", [Mount(tmp_path / "share", "smb3")]) == "smb3"


def test_the_mounts_of_macos_are_understood() -> None:
    assert parse_mount_list(MACOS) == (
        Mount(Path("/"), "apfs"),
        Mount(Path("/Volumes/My Share"), "smbfs"),
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such table")
def test_this_computer_has_mounts_and_a_local_folder(tmp_path: Path) -> None:
    assert Path("/") in {mount.folder for mount in this_computers_mounts()}
    need_local(tmp_path)


def test_a_network_folder_is_refused_with_a_way_out(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="on the network") as trouble:
        need_local(tmp_path, [Mount(tmp_path, "nfs")])
    assert trouble.value.problem.values == {"kind": "nfs"}
    assert trouble.value.remedy.message
