"""Documents that are zip containers: looked into within limits, never unpacked."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - zlib names its error like a module

from app.errors import N_
from app.journal.contents.kinds import ContentKind

if TYPE_CHECKING:
    from zipfile import ZipInfo

ARCHIVE = b"PK\x03\x04"
"""How every zip that is a document begins."""

BROKEN = N_("“{name}” is damaged. Please save it again.")
LOCKED = N_("“{name}” is locked with a password. Please save it without one.")
MACROS = N_("“{name}” contains macros. Please save it without macros or as PDF.")
EMBEDDED = N_("“{name}” contains other files. Please attach each file by itself, or save as PDF.")
OVERFULL = N_("“{name}” would unpack to far more than its size. It is not kept.")
PLAIN_ARCHIVE = N_("“{name}” is an archive. Please attach each of its files by itself.")

_MOST_PARTS = 2_000
_MOST_UNPACKED = 200 * 2**20
"""Bytes that all parts together may have."""
_MOST_READ = 4 * 2**20
"""Bytes that are read of a list of parts."""
_LOCK_FLAG = 0x1
_STORED_OR_DEFLATED = {0, 8}
_FOREIGN = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"MZ",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0",
    b"Rar!",
    b"7z\xbc\xaf",
)
_OPEN_DOCUMENTS = {
    b"application/vnd.oasis.opendocument.text": ContentKind.ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": ContentKind.ODS,
}
_OFFICE_DOCUMENTS = (
    (b"wordprocessingml.document.main+xml", ContentKind.DOCX),
    (b"spreadsheetml.sheet.main+xml", ContentKind.XLSX),
)
_TYPES = "[Content_Types].xml"
_MANIFEST = "META-INF/manifest.xml"
_ENDS_OF_MACROS = ("vbaproject.bin", "vbadata.xml")
_FOLDERS_OF_MACROS = ("basic/", "scripts/", "macros/")


def check_container(data: bytes) -> ContentKind | str:
    """Answer what a zip is, or why it is not kept, as an English sentence about “{name}”."""
    try:
        with ZipFile(BytesIO(data)) as container:
            parts = container.infolist()
            return _trouble(container, parts) or _kind(container, {part.filename for part in parts})
    except (BadZipFile, ZlibError, EOFError, NotImplementedError, RuntimeError, ValueError):
        return BROKEN
    except OSError:
        return BROKEN


def _trouble(container: ZipFile, parts: list[ZipInfo]) -> str:
    if any(part.flag_bits & _LOCK_FLAG for part in parts):
        return LOCKED
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
        return OVERFULL
    if any(part.compress_type not in _STORED_OR_DEFLATED for part in parts):
        return BROKEN
    if any(_is_macro(part.filename.lower()) for part in parts):
        return MACROS
    if any(_begins(container, part).startswith(_FOREIGN) for part in parts):
        return EMBEDDED
    return ""


def _is_macro(name: str) -> bool:
    return name.endswith(_ENDS_OF_MACROS) or (
        name.startswith(_FOLDERS_OF_MACROS) and not name.endswith("/")
    )


def _begins(container: ZipFile, part: ZipInfo) -> bytes:
    with container.open(part) as opened:
        return opened.read(8)


def _kind(container: ZipFile, names: set[str]) -> ContentKind | str:
    if "mimetype" in names:
        return _open_document(container, names)
    if _TYPES not in names:
        return PLAIN_ARCHIVE
    types = _read(container, _TYPES)
    if b"macroEnabled" in types or b"vbaProject" in types:
        return MACROS
    return next((kind for main, kind in _OFFICE_DOCUMENTS if main in types), PLAIN_ARCHIVE)


def _open_document(container: ZipFile, names: set[str]) -> ContentKind | str:
    if _MANIFEST in names and b"encryption-data" in _read(container, _MANIFEST):
        return LOCKED
    return _OPEN_DOCUMENTS.get(_read(container, "mimetype").strip(), PLAIN_ARCHIVE)


def _read(container: ZipFile, name: str) -> bytes:
    with container.open(name) as opened:
        return opened.read(_MOST_READ)
