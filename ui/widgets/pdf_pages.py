"""The pages of a PDF as pictures and as text, for the screen and for the printer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

import pypdfium2
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from types import TracebackType

POINTS_PER_INCH = 72


class PdfPages:
    """An opened PDF. Used on the UI thread only: pdfium knows no threads."""

    def __init__(self, pdf: bytes) -> None:
        """Open a PDF that the program made itself."""
        self._document = pypdfium2.PdfDocument(pdf)
        self.sizes = tuple(
            QSizeF(*self._document.get_page_size(page)) for page in range(len(self._document))
        )
        """Width and height of each page in points."""

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.sizes)

    def image(self, page: int, scale: float) -> QImage:
        """Draw a page, from 0, with `scale` pixels for each point."""
        bitmap = self._document[page].render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
        shared = QImage(
            bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888
        )
        return shared.copy()

    def text(self, page: int) -> str:
        """Answer what stands on a page, for people who cannot see it."""
        found = str(self._document[page].get_textpage().get_text_bounded())
        return " ".join(found.split())

    def close(self) -> None:
        """Let the document go."""
        self._document.close()

    def __enter__(self) -> Self:
        """Answer itself, open."""
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Close."""
        self.close()
