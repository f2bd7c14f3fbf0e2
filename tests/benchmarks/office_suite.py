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


_WHOLE = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>{title}</dc:title></office:meta>
<office:styles><style:default-style style:family="paragraph"><style:text-properties
 style:font-name="Noto Sans" fo:font-size="12pt" fo:language="de" fo:country="DE"/>
</style:default-style></office:styles>
<office:body><office:text>{head}<text:h text:outline-level="1">{title}</text:h>{before}
<table:table><table:table-column table:number-columns-repeated="2"/>
<table:table-header-rows/>{rows}</table:table>{after}</office:text></office:body>
</office:document>"""
