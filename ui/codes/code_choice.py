"""One word of a code list as the office says them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.codes.code_book import book
from ui.widgets.choice_field import ChoiceField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.codes.rules import CodeList


class CodeChoice(ChoiceField[str]):
    """Follows the office's list; a word that is no longer offered stays where it was chosen."""

    def __init__(
        self, codes: CodeList | None = None, first: Sequence[tuple[str, str]] = ()
    ) -> None:
        """Offer the words of a list below what comes `first`, such as nothing at all."""
        self._codes, self._first = codes, tuple(first)
        super().__init__(self._options(""))
        book.changed.connect(self._on_book_changed)

    def offer(self, codes: CodeList | None) -> None:
        """Offer another list; None offers what comes first alone."""
        if codes is not self._codes:
            self._codes = codes
            self.set_options(self._options(""))

    def set_value(self, value: str) -> None:
        """Choose a word."""
        self._offer_with(value)
        super().set_value(value)

    def restore_text(self, text: str) -> None:
        """Choose the word a draft names, if the list has it."""
        if self._codes is not None and any(text == one.code for one in book.codes(self._codes)):
            self._offer_with(text)
        super().restore_text(text)

    def _offer_with(self, kept: str) -> None:
        options = self._options(kept)
        if [value for value, _words in options] != self.values():
            self.set_options(options)

    def _options(self, kept: str) -> list[tuple[str, str]]:
        offered = list(self._first)
        if self._codes is not None:
            offered += book.offered(self._codes)
            if kept and kept not in dict(offered):
                offered.append((kept, book.word(self._codes, kept)))
        return offered

    def _on_book_changed(self) -> None:
        self.set_options(self._options(self.value() if self.values() else ""))
