"""The one file that a suitcase is: an uncompressed zip of a database, its key wraps, its label.

The label can be read without the passphrase: it names a tour and days, never a person. Its seal
proves it, and the wraps and each byte of the database with it, to whoever has the data key.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import zipfile
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any

from app.admin.rules import Damaged
from app.errors import N_, Unavailable
from db.files import (
    flush_file,
    flush_folder,
    make_private,
    move_into_place,
    remove_if_there,
    write_whole,
)
from db.keys import KeyFile, derived, format_keys, parse_keys

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import IO

DATABASE = "office.db"
KEYS = "keys.json"
LABEL = "suitcase.json"

_FORMAT = 1
_LARGEST_TEXT = 100_000
_CHUNK = 1 << 20
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Label:
    """What a suitcase says of itself; instants are aware and ISO 8601."""

    file_id: str
    tour: str
    day: str
    made_at: str
    expires_at: str
    seen_at: str
    """The latest instant at which it was used; a clock before it was set back."""
    changes: int = 0
    """Rows that were added or changed since it was packed."""
    times: int = 0
    """How often it was closed: of two copies the one that was used longer has the higher."""
    sha256: str = ""
    keys_sha256: str = ""
    seal: str = ""
    format: int = field(default=_FORMAT)

    def sealed(self, key: bytes) -> Label:
        """Answer the label with the seal that the holder of the data key makes for it."""
        return replace(self, seal=self._seal(key))

    def need_seal(self, key: bytes) -> None:
        """Raise `Damaged` when it was altered by somebody without the key."""
        if not hmac.compare_digest(self.seal, self._seal(key)):
            raise Damaged(ALTERED, ALTERED_REMEDY)

    def _seal(self, key: bytes) -> str:
        facts = {**asdict(self), "seal": ""}
        text = json.dumps(facts, sort_keys=True, separators=(",", ":"))
        secret = derived(key, "nahbar suitcase label")
        return hmac.new(secret, text.encode("ascii"), hashlib.sha256).hexdigest()


def write_suitcase(file: Path, database: Path, keys: KeyFile, label: Label, key: bytes) -> Label:
    """Write the file beside its place, flush it, then put it there; answer the sealed label.

    What stood there before stays until the new one is whole. Raises `OSError`.
    """
    wraps = format_keys(keys)
    facts = replace(label, sha256=sha256_of(database), keys_sha256=_sha256(wraps))
    sealed = facts.sealed(key)
    aside = file.with_name(f".{file.name}.part")
    try:
        make_private(aside)
        with zipfile.ZipFile(aside, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(_entry(LABEL), json.dumps(asdict(sealed), indent=2))
            archive.writestr(_entry(KEYS), wraps)
            entry = _entry(DATABASE)
            entry.file_size = database.stat().st_size
            with database.open("rb") as source, archive.open(entry, "w") as target:
                for chunk in iter(lambda: source.read(_CHUNK), b""):
                    target.write(chunk)
        flush_file(aside)
        move_into_place(aside, file)
    except BaseException:
        remove_if_there(aside)
        raise
    return sealed


def read_label(file: Path) -> Label:
    """Read what a suitcase says of itself, which nobody has proved yet; raises `Damaged`."""
    with _opened(file) as archive:
        return parse_label(_small(archive, LABEL))


def parse_label(content: bytes) -> Label:
    """Understand the bytes of a label; raises `Damaged` when they make no sense."""
    try:
        values: dict[str, Any] = json.loads(content)
        if values.get("format", 0) > _FORMAT:
            raise Unavailable(NEWER, NEWER_REMEDY)
        label = Label(**values)
        if not all(isinstance(text, str) for text in (label.file_id, label.seal, label.sha256)):
            raise Damaged(BROKEN, BROKEN_REMEDY)
    except (ValueError, TypeError, AttributeError) as error:
        raise Damaged(BROKEN, BROKEN_REMEDY) from error
    return label


def write_label(file: Path, label: Label) -> None:
    """Keep a label by itself, beside the database that it belongs to."""
    write_whole(file, json.dumps(asdict(label), indent=2).encode("ascii"))


def read_wraps(file: Path) -> KeyFile:
    """Read the wrapped copies of the data key; raises `Damaged`."""
    with _opened(file) as archive:
        content = _small(archive, KEYS)
        if _sha256(content) != parse_label(_small(archive, LABEL)).keys_sha256:
            raise Damaged(BROKEN, BROKEN_REMEDY)
        return parse_keys(content)


def unpack_database(file: Path, target: Path) -> None:
    """Copy the database out of a suitcase; raises `Damaged` unless each byte is as written."""
    make_private(target)
    with _opened(file) as archive, archive.open(DATABASE) as source, target.open("wb") as copy:
        label = parse_label(_small(archive, LABEL))
        if _copied(source, copy) != label.sha256:
            raise Damaged(BROKEN, BROKEN_REMEDY)
    flush_file(target)


def wipe(*files: Path) -> None:
    """Overwrite files once and remove them, what opens them first; raises `OSError`.

    On a disk that writes elsewhere (SSD, stick, snapshots) older copies of the bytes may stay;
    they are encrypted, and what opens them is overwritten here as far as a program can.
    """
    for file in files:
        if file.is_file():
            _overwrite(file)
            file.unlink()
            flush_folder(file.parent)


def _overwrite(file: Path) -> None:
    left = file.stat().st_size
    with file.open("r+b") as stream:
        while left > 0:
            left -= stream.write(os.urandom(min(_CHUNK, left)))
            # Label and key wraps stand in the first bytes: they are gone before the rest is.
            stream.flush()
            os.fsync(stream.fileno())


def sha256_of(file: Path) -> str:
    """Answer the SHA-256 of a file as hex."""
    with file.open("rb") as source:
        return _copied(source, None)


def _copied(source: IO[bytes], target: IO[bytes] | None) -> str:
    found = hashlib.sha256()
    for chunk in iter(lambda: source.read(_CHUNK), b""):
        found.update(chunk)
        if target is not None:
            target.write(chunk)
    return found.hexdigest()


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _FIXED_TIME)
    entry.external_attr = 0o600 << 16
    return entry


def _small(archive: zipfile.ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > _LARGEST_TEXT:
        raise Damaged(BROKEN, BROKEN_REMEDY)
    return archive.read(name)


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except FileNotFoundError as error:
        raise Unavailable(MISSING, MISSING_REMEDY, file=file.name) from error
    except (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError) as error:
        raise Damaged(BROKEN, BROKEN_REMEDY) from error


MISSING = N_("The suitcase {file} is not there.")
MISSING_REMEDY = N_("Plug in the stick that it is on, or choose it where it is now.")
BROKEN = N_("This file is not a suitcase, or it is damaged.")
BROKEN_REMEDY = N_(
    "Copy it once more from where it was used last. If the office has it as returned, delete it."
)
ALTERED = N_("Somebody changed the label of this suitcase. It is not opened.")
ALTERED_REMEDY = N_("Bring it to the office and say so to the data protection officer.")
NEWER = N_("This suitcase was packed with a newer version of Nahbar.")
NEWER_REMEDY = N_("Install the newest version, then open it again.")
