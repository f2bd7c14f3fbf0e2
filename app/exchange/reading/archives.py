"""Looking through an archive before anything of it is unpacked; nothing is ever written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.exchange.reading.limits import MEGABYTE, MOST_PARTS, MOST_UNPACKED
from app.exchange.reading.troubles import (
    LOCKED_PART,
    NO_WORKBOOK,
    PACKED_TOO_TIGHT,
    TOO_MANY_PARTS,
    TWICE,
    UNPACKS_TOO_LARGE,
    UNSAFE_PART,
    refusal,
)

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

_TIGHTEST = 250
"""Times its packed size that a part of more than `_WORTH_A_LOOK` may unpack to."""
_WORTH_A_LOOK = MEGABYTE
_WORKBOOK = "xl/workbook.xml"
_ENCRYPTED = 0x1
_SHOWN = 60
_UNSAFE = re.compile(
    r"""^[/\\] | ^[a-z]:          # from the root of a disk
      | (^|[/\\])\.\.([/\\]|$)    # up and out
      | [\x00-\x1f\\:<>|"?*]      # no name on every system
      | (^|/)(con|prn|aux|nul|com\d|lpt\d)(\.[^/]*)?(/|$)  # devices of Windows
      | [. ](/|$)                 # Windows drops these, so that two names become one
    """,
    re.IGNORECASE | re.VERBOSE,
)


def check_archive(archive: ZipFile, name: str) -> None:
    """Refuse an archive that is no workbook or whose list of parts shows a harmful one."""
    parts = archive.infolist()
    if len(parts) > MOST_PARTS:
        raise refusal(TOO_MANY_PARTS, file=name, count=len(parts), most=MOST_PARTS)
    _check_names(parts, name)
    for part in parts:
        if part.flag_bits & _ENCRYPTED:
            raise refusal(LOCKED_PART, file=name)
        ratio = part.file_size // max(part.compress_size, 1)
        if part.file_size > _WORTH_A_LOOK and ratio > _TIGHTEST:
            raise refusal(PACKED_TOO_TIGHT, file=name, part=_shown(part), ratio=ratio)
    _check_size(parts, name)


def _check_names(parts: list[ZipInfo], name: str) -> None:
    known: set[str] = set()
    for part in parts:
        # What was written is looked at: `filename` is what Python made harmless of it.
        written = part.orig_filename
        if _UNSAFE.search(written):
            raise refusal(UNSAFE_PART, file=name, part=_shown(part))
        if written.casefold() in known:
            raise refusal(TWICE, file=name, part=_shown(part))
        known.add(written.casefold())
    if _WORKBOOK not in known:
        raise refusal(NO_WORKBOOK, file=name)


def _check_size(parts: list[ZipInfo], name: str) -> None:
    size = sum(part.file_size for part in parts)
    if size > MOST_UNPACKED:
        megabytes = {"size": size // MEGABYTE, "most": MOST_UNPACKED // MEGABYTE}
        raise refusal(UNPACKS_TOO_LARGE, file=name, **megabytes)


def _shown(part: ZipInfo) -> str:
    """Answer the name of a part as it can be shown: printable and short."""
    name = part.orig_filename
    return "".join(letter if letter.isprintable() else "�" for letter in name[:_SHOWN])
