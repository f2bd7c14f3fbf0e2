"""The one file that a backup is: an uncompressed zip of database, key wraps and a manifest."""

from __future__ import annotations

import hashlib
import hmac
import json
import zipfile
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import IO, TYPE_CHECKING, Any

from app.admin.rules import BackupFacts, Damaged
from app.errors import N_, Problem, Refused
from db.files import flush_file, make_private
from db.keys import KeyFile, derived, format_keys, parse_keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

DATABASE = "office.db"
KEYS = "keys.json"
MANIFEST = "manifest.json"

_FORMAT = 1
_LARGEST_TEXT = 1_000_000
_CHUNK = 1 << 20
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself; `seal` proves it to whoever has the data key."""

    office: str
    at: str
    reason: str
    schema: str
    is_demo: bool
    last_change: str
    counts: Mapping[str, int]
    size: int
    sha256: str
    keys_sha256: str
    seal: str = ""
    format: int = field(default=_FORMAT)

    def sealed_by(self, key: bytes) -> str:
        """Answer the seal that the holder of the data key makes for these facts."""
        facts = {**asdict(self), "seal": ""}
        text = json.dumps(facts, sort_keys=True, separators=(",", ":"))
        return hmac.new(
            derived(key, "nahbar backup manifest"), text.encode("ascii"), hashlib.sha256
        ).hexdigest()


def write_backup(file: Path, database: Path, keys: KeyFile, manifest: Manifest) -> None:
    """Write the parts into one flushed file."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(_entry(MANIFEST), json.dumps(asdict(manifest), indent=2))
        archive.writestr(_entry(KEYS), format_keys(keys))
        entry = _entry(DATABASE)
        entry.file_size = database.stat().st_size
        with database.open("rb") as source, archive.open(entry, "w") as target:
            for chunk in iter(lambda: source.read(_CHUNK), b""):
                target.write(chunk)
    flush_file(file)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _FIXED_TIME)
    entry.external_attr = 0o600 << 16
    return entry


def read_manifest(file: Path) -> Manifest:
    """Read what a backup says of itself; raises `Damaged` when that is not whole."""
    with _opened(file) as archive:
        return _manifest(archive)


def read_backup_keys(file: Path) -> KeyFile:
    """Read the key wraps in a backup; raises `Damaged` when they are not as written."""
    with _opened(file) as archive:
        content = _small(archive, KEYS)
        if hashlib.sha256(content).hexdigest() != _manifest(archive).keys_sha256:
            raise Damaged(BROKEN, BROKEN_REMEDY)
        return parse_keys(content)


def unpack_database(file: Path, target: Path) -> None:
    """Copy the database out of a backup; raises `Damaged` unless each byte is as written."""
    make_private(target)
    with _opened(file) as archive, archive.open(DATABASE) as source, target.open("wb") as copy:
        manifest = _manifest(archive)
        if _copy_hashed(source, copy) != (manifest.sha256, manifest.size):
            raise Damaged(BROKEN, BROKEN_REMEDY)
    flush_file(target)


def need_whole(file: Path) -> Manifest:
    """Read a whole backup; raises `Damaged` unless each byte is as written."""
    with _opened(file) as archive, archive.open(DATABASE) as source:
        manifest = _manifest(archive)
        if _copy_hashed(source, None) != (manifest.sha256, manifest.size):
            raise Damaged(BROKEN, BROKEN_REMEDY)
    return manifest


def need_seal(manifest: Manifest, keys: KeyFile, key: bytes) -> None:
    """Raise `Refused` when the key is another one, `Damaged` when the manifest was altered."""
    if not keys.fits(key):
        raise Refused(Problem(OTHER_KEY, "key"))
    if not hmac.compare_digest(manifest.seal, manifest.sealed_by(key)):
        raise Damaged(BROKEN, BROKEN_REMEDY)


def facts_of(file: Path, manifest: Manifest) -> BackupFacts:
    """Answer what the list of backups shows of one file."""
    return BackupFacts(
        file=file,
        at=datetime.fromisoformat(manifest.at),
        size=file.stat().st_size,
        schema=manifest.schema,
        reason=manifest.reason,
        counts=manifest.counts,
        last_change=manifest.last_change,
    )


def sha256_of(file: Path) -> str:
    """Answer the SHA-256 of a file as hex."""
    with file.open("rb") as source:
        return _copy_hashed(source, None)[0]


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive
    except (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError) as error:
        raise Damaged(BROKEN, BROKEN_REMEDY) from error


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    try:
        values: dict[str, Any] = json.loads(_small(archive, MANIFEST))
        if values.get("format", 0) > _FORMAT:
            raise Damaged(NEWER, NEWER_REMEDY)
        return Manifest(**values)
    except (ValueError, TypeError, AttributeError) as error:
        raise Damaged(BROKEN, BROKEN_REMEDY) from error


def _small(archive: zipfile.ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > _LARGEST_TEXT:
        raise Damaged(BROKEN, BROKEN_REMEDY)
    return archive.read(name)


def _copy_hashed(source: IO[bytes], target: IO[bytes] | None) -> tuple[str, int]:
    """Copy a stream; answer its SHA-256 as hex and its size in bytes."""
    digest = hashlib.sha256()
    size = 0
    for chunk in iter(lambda: source.read(_CHUNK), b""):
        digest.update(chunk)
        size += len(chunk)
        if target is not None:
            target.write(chunk)
    return digest.hexdigest(), size


BROKEN = N_("This backup is damaged or incomplete. Nothing was changed.")
BROKEN_REMEDY = N_("Choose another backup.")
NEWER = N_("This backup was made with a newer version of Nahbar.")
NEWER_REMEDY = N_("Install the newest version, then restore it again.")
OTHER_KEY = N_("This key does not open the backup.")
