"""Network folders: found in the list of mounts, because file locks cannot be trusted there."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import N_, Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterable

_NETWORK = frozenset(
    {
        "afpfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "fuse.ceph", "fuse.davfs2",
        "fuse.gvfsd-fuse", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "fuse.smbnetfs",
        "fuse.sshfs", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "smb2",
        "smb3", "smbfs", "webdav",
    }
)  # fmt: skip
_REMOTE_DRIVE = 4
"""What Windows answers for a drive on the network."""


@dataclass(frozen=True, slots=True)
class Mount:
    """Where a file system is attached, and its kind."""

    folder: Path
    kind: str


def need_local(folder: Path, mounts: Iterable[Mount] | None = None) -> None:
    """Raise `Unavailable` when a folder lies on the network; `mounts` are read when not given."""
    kind = network_kind(folder, mounts)
    if kind:
        raise Unavailable(ON_THE_NETWORK, ON_THE_NETWORK_REMEDY, kind=kind)


def network_kind(folder: Path, mounts: Iterable[Mount] | None = None) -> str:
    """Answer the kind of network file system a folder lies on, or "" for a local one."""
    resolved = folder.resolve()
    if mounts is None and sys.platform == "win32":
        return _windows_kind(resolved)
    inside = [
        mount
        for mount in (this_computers_mounts() if mounts is None else mounts)
        if resolved.is_relative_to(mount.folder)
    ]
    # Of two mounts on the same folder the later one is seen.
    nearest = max(reversed(inside), key=lambda mount: len(mount.folder.parts), default=None)
    return nearest.kind if nearest and nearest.kind in _NETWORK else ""


def this_computers_mounts() -> tuple[Mount, ...]:
    """Read the mounts of this computer (Linux and macOS)."""
    table = Path("/proc/self/mountinfo")
    if table.exists():
        return parse_mountinfo(table.read_text(errors="surrogateescape"))
    import subprocess  # noqa: PLC0415 - on macOS alone

    listed = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False)
    return parse_mount_list(listed.stdout)


def parse_mountinfo(text: str) -> tuple[Mount, ...]:
    """Understand Linux's table, see proc_pid_mountinfo(5)."""
    mounts = []
    for line in text.splitlines():
        before, found, after = line.partition(" - ")
        fields = before.split()
        if found and len(fields) > 4:  # noqa: PLR2004 - the fifth field is the folder
            mounts.append(Mount(Path(_unescaped(fields[4])), after.split()[0]))
    return tuple(mounts)


def parse_mount_list(text: str) -> tuple[Mount, ...]:
    """Understand what macOS' mount command prints: `server on /folder (smbfs, …)`."""
    found = re.findall(r"^.* on (/.*) \(([a-z0-9]+)", text, re.MULTILINE)
    return tuple(Mount(Path(folder), kind) for folder, kind in found)


def _unescaped(field: str) -> str:
    return re.sub(r"\\(\d{3})", lambda match: chr(int(match[1], 8)), field)


def _windows_kind(folder: Path) -> str:
    if folder.drive.startswith("\\\\"):
        return "UNC"
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only Windows has this call

        if ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _REMOTE_DRIVE:
            return "network drive"
    return ""


ON_THE_NETWORK = N_("This folder is on the network ({kind}). An office there can be damaged.")
ON_THE_NETWORK_REMEDY = N_(
    "Keep the office on this computer; use the network folder for backups instead."
)
