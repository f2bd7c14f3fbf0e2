"""What the codes of the open office are called: asked once, and again when somebody changed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.codes.late import own_words
from resources.text import _, language

if TYPE_CHECKING:
    from app.codes.rules import Code, CodeList, OwnEntry
    from ui.desk import Desk


class CodeBook(QObject):
    """One for the whole window: lists and chips ask it for words without a question each."""

    changed = Signal()

    def __init__(self) -> None:
        """Begin with the delivered words."""
        super().__init__()
        self._own: tuple[OwnEntry, ...] = ()
        self._desk: Desk | None = None
        self._was_asked = False

    def follow(self, desk: Desk) -> None:
        """Know the words of the office that a desk has open; `ask_once` asks for them."""
        self._desk, self._was_asked = desk, False
        desk.closed.connect(self._on_closed)
        desk.touched.connect(self._on_touched)

    def ask_once(self) -> None:
        """Ask for the words of an office that was opened, unless that was done already."""
        if not self._was_asked:
            self.refresh()

    def refresh(self) -> None:
        """Ask for the office's words, as when somebody changed them."""
        if self._desk is not None and self._desk.is_open:
            self._was_asked = True
            self._desk.ask(own_words).then(self.show_entries).if_unavailable(self._on_unavailable)

    def show_entries(self, own: tuple[OwnEntry, ...]) -> None:
        """Take over what the office said."""
        if own != self._own:
            self._own = own
            self.changed.emit()

    def codes(self, codes: CodeList) -> tuple[Code, ...]:
        """Answer a list as it holds in the office, retired words among them."""
        from app.codes.rules import merged  # noqa: PLC0415 - known to whoever has a list

        return merged(codes, self._own)

    def offered(self, codes: CodeList) -> list[tuple[str, str]]:
        """Answer the codes and words that are offered."""
        return [(one.code, word_of(one)) for one in self.codes(codes) if one.is_active]

    def word(self, codes: CodeList, code: str) -> str:
        """Answer what a code is called, also a retired one; one of a newer program as it is."""
        known = next(
            (one for one in self._own if (one.list_name, one.code) == (codes.name, code)), None
        )
        said = known.labels.said_in(language()) if known is not None else ""
        return said or (_(codes.delivered[code]) if code in codes.delivered else code)

    def _on_touched(self, features: frozenset[str]) -> None:
        if "codes" in features:
            self.refresh()

    def _on_closed(self) -> None:
        self._was_asked = False
        self.show_entries(())

    def _on_unavailable(self, _trouble: object) -> None:
        """Go on with the words that are known; the next touch asks again."""
        self._was_asked = False


def word_of(code: Code) -> str:
    """Answer what a word of a list is called in the language of the window."""
    mine = code.labels.said_in(language())
    return mine or (_(code.delivered) if code.delivered else code.code)


book = CodeBook()
"""The words of the one open office."""
