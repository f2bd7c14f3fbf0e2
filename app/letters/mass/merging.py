"""One file of many letters for the printer; it is paper only, so it carries no structure."""

from __future__ import annotations

import re
from hashlib import md5
from mmap import mmap
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_MADE = re.compile(rb"/CreationDate\(([^)]*)\)")
_NAMES = re.compile(rb"/ID\[<([0-9A-F]{32})><([0-9A-F]{32})>\]")
_TAIL = 4096
"""The name stands in so many bytes at the end."""
_NEVER = b"D:20000101000000+00'00'"


def merge(files: Sequence[str], into: str) -> None:
    """Put the pages of files one behind the other into a new file: the same pages, the same bytes.

    The library writes the moment and a name by chance; both are written over in their place.
    """
    import pypdfium2  # noqa: PLC0415 - never in the process of the screens

    with pypdfium2.PdfDocument.new() as whole:
        for file in files:
            with pypdfium2.PdfDocument(file) as part:
                whole.import_pages(part)
        whole.save(into)
    _without_chance(Path(into))


def _without_chance(file: Path) -> None:
    with file.open("r+b") as opened, mmap(opened.fileno(), 0) as content:
        if made := _MADE.search(content):
            first, last = made.span(1)
            content[first:last] = _NEVER[: last - first].ljust(last - first, b"0")
        names = list(_NAMES.finditer(content, max(0, len(content) - _TAIL)))
        spans = [found.span(at) for found in names[-1:] for at in (1, 2)]
        for first, last in spans:
            content[first:last] = b"0" * (last - first)
        name = md5(content, usedforsecurity=False).hexdigest().upper().encode()
        for first, last in spans:
            content[first:last] = name
