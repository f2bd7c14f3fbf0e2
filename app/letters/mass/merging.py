"""One file of many letters for the printer; it is paper only, so it carries no structure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def merge(files: Sequence[str], into: str) -> None:
    """Put the pages of files one behind the other into a new file."""
    import pypdfium2  # noqa: PLC0415 - never in the process of the screens

    with pypdfium2.PdfDocument.new() as whole:
        for file in files:
            with pypdfium2.PdfDocument(file) as part:
                whole.import_pages(part)
        whole.save(into)
