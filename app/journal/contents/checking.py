"""Tells by its bytes whether a file may be kept, and why not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.journal.contents.containers import ARCHIVE, check_container
from app.journal.contents.kinds import ContentKind

if TYPE_CHECKING:
    from collections.abc import Callable

LARGEST = 10 * 2**20
"""Bytes of one file."""
FIELD = "attachments"

EMPTY = N_("“{name}” is empty.")
TOO_LARGE = N_("“{name}” has {megabytes} MB, and at most 10 MB fit. Please save a smaller copy.")
PROGRAM = N_("“{name}” is a program or a script. Nahbar keeps documents and pictures only.")
WEB_PAGE = N_(
    "“{name}” is a web page or a drawing that can contain a script. Please save it as PDF."
)
OLD_OFFICE = N_(
    "“{name}” has an old format, or is locked with a password. Please save it as PDF or in a "
    "new format without a password."
)
RICH_TEXT = N_("“{name}” is a rich text file. Please save it as PDF.")
LOCKED_PDF = N_("“{name}” is locked, so nobody can look into it. Please save it without a lock.")
ACTIVE_PDF = N_(
    "“{name}” contains a script or another file. Please print it into a new PDF and take that."
)
TWO_IN_ONE = N_("“{name}” is two files in one. Please save it again as a picture or PDF.")
UNKNOWN = N_(
    "It cannot be told what “{name}” is. Nahbar keeps PDF, pictures (PNG, JPEG, TIFF, WebP), "
    "plain text, and documents of LibreOffice and Word or Excel."
)
NO_UTF8 = N_("“{name}” is a text in an old encoding. Please save it as UTF-8 or as PDF.")

_PROGRAMS = (
    b"MZ",
    b"\x7fELF",
    b"\xca\xfe\xba\xbe",
    b"\xcf\xfa\xed\xfe",
    b"\xce\xfa\xed\xfe",
    b"#!",
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ACTIVE_PDF = re.compile(rb"/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm)\b")
_LOCKED_PDF = re.compile(rb"/Encrypt\s+\d+\s+\d+\s+R")
_WEB = re.compile(
    rb"<(?:!doctype|html|head|body|script|svg|iframe|object|embed|\?xml|\?php)\b", re.IGNORECASE
)
_SCRIPT_ENDS = re.compile(
    r"\.(?:bat|cmd|com|exe|scr|pif|msi|js|jse|vbs|vbe|wsf|wsh|hta|ps1|psm1|py|pyw|rb|pl|sh|bash|"
    r"zsh|command|desktop|lnk|url|reg|inf|jar|php|app|applescript|scpt|html?|xhtml|svg|xml)[ .]*$",
    re.IGNORECASE,
)
_ARCHIVE_END = b"PK\x05\x06"
_END_WITHIN = 66_000
"""Bytes from the end within which every zip says where its list is."""
_TEXT_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")


def check_contents(data: bytes, name: str) -> ContentKind | Problem:
    """Answer what a file is, or the reason why it is not kept; `name` is used in words only.

    Nothing is unpacked whole: what is looked into has limits of its own.
    """
    found = _size_trouble(data) or _found(data, name)
    if isinstance(found, ContentKind):
        return found
    size = f"{len(data) / 2**20:.1f}"
    return Problem(found, FIELD, {"name": name, "megabytes": size})


def _size_trouble(data: bytes) -> str:
    if not data:
        return EMPTY
    return TOO_LARGE if len(data) > LARGEST else ""


def _found(data: bytes, name: str) -> ContentKind | str:
    if data.startswith(_PROGRAMS):
        return PROGRAM
    if data.startswith(_OLD_OFFICE):
        return OLD_OFFICE
    if data.startswith(b"{\\rtf"):
        return RICH_TEXT
    if data.startswith(ARCHIVE):
        return check_container(data)
    for begins, check in _BY_BEGINNING:
        if begins.match(data):
            return TWO_IN_ONE if _ARCHIVE_END in data[-_END_WITHIN:] else check(data)
    return _text(data, name)


def _pdf(data: bytes) -> ContentKind | str:
    if _LOCKED_PDF.search(data):
        return LOCKED_PDF
    return ACTIVE_PDF if _ACTIVE_PDF.search(data) else ContentKind.PDF


def _png(data: bytes) -> ContentKind | str:
    return ContentKind.PNG if b"IEND" in data else UNKNOWN


def _jpeg(_data: bytes) -> ContentKind | str:
    return ContentKind.JPEG


def _tiff(_data: bytes) -> ContentKind | str:
    return ContentKind.TIFF


def _webp(_data: bytes) -> ContentKind | str:
    return ContentKind.WEBP


_BY_BEGINNING: tuple[tuple[re.Pattern[bytes], Callable[[bytes], ContentKind | str]], ...] = (
    (re.compile(rb"%PDF-\d\.\d"), _pdf),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), _png),
    (re.compile(rb"\xff\xd8\xff"), _jpeg),
    (re.compile(rb"II\*\x00|MM\x00\*"), _tiff),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), _webp),
)


def _text(data: bytes, name: str) -> ContentKind | str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        printable = sum(byte >= ord(" ") or byte in b"\t\r\n" for byte in data[:4096])
        return NO_UTF8 if printable == len(data[:4096]) else UNKNOWN
    if _TEXT_CONTROLS.search(text):
        return UNKNOWN
    if _SCRIPT_ENDS.search(name) and not name.lower().endswith((".html", ".htm", ".svg", ".xml")):
        return PROGRAM
    if _WEB.search(data) or _SCRIPT_ENDS.search(name):
        return WEB_PAGE
    return ContentKind.TEXT
