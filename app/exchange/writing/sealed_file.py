"""A file in a ZIP archive that a password opens: AES-256, sealed before it reaches the disk.

The archive is the AE-2 kind of WinZip, which 7-Zip, WinRAR and Keka open too. Every piece is
packed and sealed in memory, so that not even a part of the list is ever readable on the disk.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from app.exchange.writing.new_file import NewFile

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from app.exchange.writing.rules import ExportFormat

ARCHIVE = ".zip"
"""How the name of a sealed file ends."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that an archive can name; when a list was taken out stands in the list."""


def seal(files: Iterable[tuple[str, bytes]], password: str) -> bytes:
    """Answer an archive of whole files, each under its name, that a password opens."""
    import pyzipper  # noqa: PLC0415 - 60 ms to import, needed only for sealed files

    buffer = BytesIO()
    with pyzipper.AESZipFile(
        buffer, "w", compression=pyzipper.ZIP_DEFLATED, encryption=pyzipper.WZ_AES
    ) as archive:
        archive.setpassword(password.encode())
        for name, content in files:
            entry = archive.zipinfo_cls(name, _EPOCH)
            entry.compress_type = pyzipper.ZIP_DEFLATED
            archive.writestr(entry, content)
    return buffer.getvalue()


class SealedFile:
    """Written like a `NewFile`, and appears like one: whole or not at all."""

    def __init__(self, path: Path, form: ExportFormat, password: str) -> None:
        """Plan an archive; nothing is written yet."""
        self._file = NewFile(path)
        self._name = f"{path.stem}.{form.value}"
        self._password = password
        self._sealed = _Pieces()
        self._archive: Any = None
        self._inner: Any = None

    def begin(self) -> None:
        """Make the empty file; raises `Unavailable` when the folder cannot be written in."""
        import pyzipper  # noqa: PLC0415 - 60 ms to import, needed only for sealed files

        self._file.begin()
        archive = pyzipper.AESZipFile(
            self._sealed, "w", compression=pyzipper.ZIP_DEFLATED, encryption=pyzipper.WZ_AES
        )
        archive.setpassword(self._password.encode())
        entry = archive.zipinfo_cls(self._name, _EPOCH)
        entry.compress_type = pyzipper.ZIP_DEFLATED
        self._archive, self._inner = archive, archive.open(entry, "w")

    def add(self, content: bytes) -> None:
        """Seal and write more; raises `Unavailable` when the disk is full."""
        self._inner.write(content)
        self._put()

    def finish(self) -> None:
        """Close the archive and put it into its place."""
        self._close()
        self._put()
        self._file.finish()

    def discard(self) -> None:
        """Let the archive never have been."""
        self._close()
        self._file.discard()

    def _put(self) -> None:
        try:
            self._file.add(self._sealed.taken())
        except BaseException:
            self._close()
            raise

    def _close(self) -> None:
        """End the archive in memory; one that is left open would complain when it is forgotten."""
        if self._archive is not None:
            self._inner.close()
            self._archive.close()
            self._archive = self._inner = None


class _Pieces:
    """What was sealed since it was last taken; nobody can seek in it."""

    def __init__(self) -> None:
        self._held = bytearray()

    def write(self, content: bytes) -> int:
        """Take bytes."""
        self._held += content
        return len(content)

    def flush(self) -> None:
        """Keep what is here: it is taken, not flushed."""

    def taken(self) -> bytes:
        """Answer what is here, and let it go."""
        held, self._held = bytes(self._held), bytearray()
        return held
