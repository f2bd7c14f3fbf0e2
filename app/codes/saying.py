"""The office's own words where no window is: on paper, and in answers about a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from resources.text import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.codes.rules import CodeList, OwnEntry


class Saying:
    """What codes are called in one language."""

    def __init__(self, own: Iterable[OwnEntry], language: str) -> None:
        """Say in "de", "da" or "en", as the office says it."""
        self._language = language
        self._own = {(one.list_name, one.code): one.labels for one in own}

    def word(self, codes: CodeList, code: str) -> str:
        """Answer the word of a code; one of a newer program as it is."""
        own = self._own.get((codes.name, code))
        if own is not None and (said := own.said_in(self._language)):
            return said
        delivered = codes.delivered.get(code, "")
        return catalogue(self._language).gettext(delivered) if delivered else code
