"""LibreOffice without a window, which turns a text document into PDF with the tags of PDF/UA-1."""

from __future__ import annotations

import json
import shutil
import subprocess
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.benchmarks import same_letter as text

if TYPE_CHECKING:
    from collections.abc import Sequence

_OPTIONS = {
    name: {"type": "boolean", "value": "true"} for name in ("UseTaggedPDF", "PDFUACompliance")
}
_FILTER = f"pdf:writer_pdf_Export:{json.dumps(_OPTIONS)}"
_WHOLE = (Path(__file__).parent / "letter.fodt").read_text(encoding="utf-8")
_LONGEST = 300
"""Seconds after which it is not waited for."""


class LibreOffice:
    """A new process for each conversion, as scripts call it; many files go in one call."""

    title = "LibreOffice headless, PDF/UA-1"

    def why_not(self) -> str:
        """Answer whether its command is missing."""
        there = shutil.which("soffice")
        return "" if there else "the command soffice (libreoffice-writer-nogui) is not installed"

    def draw(self, numbers: Sequence[int]) -> bytes:
        """Convert letters, each a file; answer the last."""
        with TemporaryDirectory(prefix="nahbar-bench-") as name:
            folder = Path(name)
            files = [folder / f"{number}.fodt" for number in numbers]
            for file, number in zip(files, numbers, strict=True):
                file.write_text(_document(number), encoding="utf-8")
            subprocess.run(
                [
                    "soffice",
                    f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                    "--headless",
                    "--convert-to",
                    _FILTER,
                    "--outdir",
                    name,
                    *map(str, files),
                ],
                check=True,
                capture_output=True,
                timeout=_LONGEST,
            )
            return [file.with_suffix(".pdf").read_bytes() for file in files][-1]


def _document(number: int) -> str:
    """Answer a letter as a flat OpenDocument text."""
    head = [text.OFFICE, text.DEPARTMENT, text.RETURN_LINE, *text.recipient(number)]
    head += [words for pair in text.INFORMATION for words in pair]
    rows = "".join(
        f"<table:table-row>{_cell(label)}{_cell(value)}</table:table-row>"
        for label, value in text.FACTS
    )
    return _WHOLE.format(
        title=text.TITLE,
        head="".join(map(_paragraph, head)),
        before="".join(map(_paragraph, text.before(number))),
        rows=rows,
        after="".join(map(_paragraph, (*text.AFTER, text.FOOT))),
    )


def _paragraph(words: str) -> str:
    return f"<text:p>{escape(words)}</text:p>"


def _cell(words: str) -> str:
    return f'<table:table-cell office:value-type="string">{_paragraph(words)}</table:table-cell>'
