"""Several words of a code list as the office says them: chips that are on or off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.codes.code_book import book
from ui.widgets.codes_field import CodesField

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from app.codes.rules import CodeList


class CodeChips(CodesField):
    """Follows the office's list; its value is the chosen codes in the order of the list."""

    def __init__(self, codes: CodeList, parent: QWidget | None = None) -> None:
        """Offer the words of a list; none is chosen."""
        self._codes = codes
        super().__init__(book.offered(codes), parent)
        book.changed.connect(self._on_book_changed)

    def set_value(self, codes: Iterable[str]) -> None:
        """Choose codes; one that is no longer offered is shown as long as it is chosen."""
        wanted = set(codes)
        if wanted - self.offered():
            self._offer_with(wanted)
        super().set_value(wanted)

    def _offer_with(self, kept: Iterable[str]) -> None:
        known = {one.code for one in book.codes(self._codes)}
        offered = dict(book.offered(self._codes))
        more = sorted((set(kept) & known) - offered.keys())
        self.offer([*offered.items(), *((code, book.word(self._codes, code)) for code in more)])

    def _on_book_changed(self) -> None:
        chosen = self.value()
        self._offer_with(chosen)
        self.set_value(chosen)
