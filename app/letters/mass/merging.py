"""One file of many letters for the printer: tagged and archivable as each of them is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from forms.binding import bind

if TYPE_CHECKING:
    from collections.abc import Sequence


def merge(files: Sequence[str], into: str, title: str) -> None:
    """Put the pages of files one behind the other into a new file."""
    try:
        with Path(into).open("wb") as whole:
            bind([Path(file) for file in files], whole, title)
    except ValueError:
        _merge_any(files, into)


def _merge_any(files: Sequence[str], into: str) -> None:
    """Do it for letters that another release wrote; their structure is lost in the whole."""
    import pypdfium2  # noqa: PLC0415 - never in the process of the screens

    with pypdfium2.PdfDocument.new() as whole:
        for file in files:
            with pypdfium2.PdfDocument(file) as part:
                whole.import_pages(part)
        whole.save(into)
