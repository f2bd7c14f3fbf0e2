"""Where a suitcase is worked in: a hidden folder beside the file, as long as it is open."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING

from app.admin.rules import Damaged
from app.errors import N_, Problem, Refused, Unavailable
from db.files import make_private, write_whole
from db.folder import OfficeFolder
from db.keys import WRONG_KEY, format_keys, read_keys
from db.suitcase_file import (
    Label,
    parse_label,
    read_label,
    read_wraps,
    unpack_database,
    wipe,
    write_label,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_LABEL, _KEYS = "suitcase.json", "keys.json"
_OPEN = ".open"


def folder_of(file: Path) -> Path:
    """Answer the folder in which a suitcase is worked in."""
    return file.with_name(f".{file.name}{_OPEN}")


def key_of(file: Path, passphrase: str) -> bytes:
    """Answer the data key of a suitcase; raises `Refused` for a wrong passphrase, `Damaged`."""
    from db.wraps import from_passphrase  # noqa: PLC0415 - slow to import

    key = from_passphrase(read_wraps(file).current, passphrase)
    if key is None:
        raise Refused(Problem(WRONG, "passphrase"))
    return key


def proved_label(file: Path, key: bytes) -> Label:
    """Answer the label of a suitcase once its seal was looked at; raises `Damaged`."""
    if not read_wraps(file).fits(key):
        raise Refused(Problem(WRONG_KEY, "key"))
    label = read_label(file)
    label.need_seal(key)
    return label


def left_open(file: Path, label: Label) -> Label | None:
    """Answer the label of the folder that a killed program left, if it is the newer state."""
    folder = folder_of(file)
    try:
        left = parse_label((folder / _LABEL).read_bytes())
        read_keys(OfficeFolder.of(folder).keys)
    except (OSError, Damaged, Unavailable):
        return None
    return left if left.file_id == label.file_id and left.times >= label.times else None


def unpack(file: Path, label: Label, folder: Path) -> None:
    """Lay the office of a suitcase out in a folder; raises `OSError`, `Damaged`.

    The label comes last: a folder without one was not laid out to its end.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    place = OfficeFolder.of(folder)
    place.backups.mkdir()
    make_private(place.database)
    unpack_database(file, place.database)
    write_whole(place.keys, format_keys(read_wraps(file)))
    write_label(folder / _LABEL, label)


def keep_label(folder: Path, label: Label) -> None:
    """Say in the folder what the file would say."""
    write_label(folder / _LABEL, label)


def changes_in(file: Path) -> int:
    """Answer how many rows were added or changed in a suitcase when it was last closed."""
    try:
        return read_label(file).changes
    except (OSError, Unavailable):
        return 0


def put_away(folder: Path) -> None:
    """Remove the folder of a suitcase whose contents stand in its file again."""
    wipe(OfficeFolder.of(folder).keys)
    shutil.rmtree(folder, ignore_errors=True)


def aside_of(file_id: str) -> str:
    """Answer how folders begin, below that of the computer, in which a suitcase is read."""
    return f"nahbar-suitcase-{sha256(file_id.encode()).hexdigest()[:16]}-"


def wipe_suitcase(file: Path, file_id: str = "") -> None:
    """Destroy a suitcase: what opens it first, then its contents; raises `OSError`.

    With its `file_id` what a killed program left of it on this computer goes as well.
    """
    folders = [folder_of(file)]
    if file_id:
        folders += Path(gettempdir()).glob(f"{aside_of(file_id)}*")
    files = [one for folder in folders for one in _files(folder)]
    keys = [one for one in files if one.name == _KEYS]
    # A stick that is pulled out now leaves nothing that opens what is still there.
    wipe(*keys, file, *files)
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def _files(folder: Path) -> Iterator[Path]:
    yield from (path for path in folder.rglob("*") if path.is_file())


WRONG = N_("This passphrase does not open the suitcase.")
