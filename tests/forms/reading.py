"""Reads a PDF back as a person sees it: lines of text with their places in millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2

MM = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Seen:
    """A piece of text: its edges in millimetres from the top left corner of its page."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str


def seen(pdf: bytes) -> list[Seen]:
    """Answer every piece of text, page by page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [piece for number in range(len(document)) for piece in _page(document, number)]
    finally:
        document.close()


def _page(document: Any, number: int) -> list[Seen]:  # noqa: ANN401 - pdfium has no types
    page = document[number]
    height = page.get_height()
    text = page.get_textpage()
    found = []
    for at in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(at)
        words = " ".join(text.get_text_bounded(left, bottom, right, top).split())
        edges = (left * MM, (height - top) * MM, right * MM, (height - bottom) * MM)
        found.append(Seen(number + 1, *edges, words))
    return found


def text_of(pdf: bytes) -> str:
    """Answer all text on one line."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return " ".join(" ".join(pages).split())


def find(pdf: bytes, start: str) -> Seen:
    """Answer the first piece of text that begins so."""
    return next(piece for piece in seen(pdf) if piece.text.startswith(start))


def opened(pdf: bytes) -> pikepdf.Pdf:
    """Open a PDF with qpdf, which checks its structure."""
    return pikepdf.open(BytesIO(pdf))


def font_files(pdf: bytes) -> dict[str, bool]:
    """Answer each font's name and whether its file is embedded."""
    with opened(pdf) as document:
        fonts = [
            font
            for page in document.pages
            for font in page.resources.get("/Font", pikepdf.Dictionary()).values()
        ]
        return {str(font.BaseFont): "/FontFile2" in font.FontDescriptor for font in fonts}


def level_marks(pdf: bytes) -> list[float]:
    """Answer the height (millimetres from the top) of level strokes left of the text."""
    with opened(pdf) as document:
        page = document.pages[0]
        height, found, start = float(page.mediabox[3]), [], (0.0, 0.0)
        for instruction in pikepdf.parse_content_stream(page):
            operator, operands = str(instruction.operator), list(instruction.operands)
            if operator == "m":
                start = (float(operands[0]), float(operands[1]))
            elif operator == "l" and start[0] * MM < 15:
                found.append(round((height - start[1]) * MM, 2))
        return found
