"""Two cards side by side, field by field; what differs says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.clients.languages import language_name
from app.linking.preview import COUNTED, FIELDS
from app.privacy.rules.columns import COLUMN_WORDS
from app.privacy.telling import Teller
from resources.text import _, language
from ui import formats
from ui.linking.words import born
from ui.style import length, spacing
from ui.widgets.labels import Label, quiet, small, strong

if TYPE_CHECKING:
    from app.linking.preview import CardFacts

_LABEL, _ONE, _OTHER, _MARK = range(4)
_BESIDE = frozenset({"given_name", "family_name", "birth_precision"})
"""Fields that stand in the head, or with another field."""


class CompareGrid(QWidget):
    """A table without lines: label, both values, and a word where they differ."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(spacing(16))
        self._grid.setVerticalSpacing(spacing(8))
        for column, stretch in ((_LABEL, 2), (_ONE, 4), (_OTHER, 4), (_MARK, 0)):
            self._grid.setColumnStretch(column, stretch)
        self._grid.setColumnMinimumWidth(_LABEL, length(110))

    def show_cards(self, one: CardFacts, other: CardFacts) -> None:
        """Show two cards; fields that are empty on both are left out."""
        self._clear()
        self._add_row("", (_name(one), _name(other)), is_head=True)
        for name, both in _fields(one, other):
            self._add_row(name, both)
        for table, title in COUNTED.items():
            counts = one.counts.get(table, 0), other.counts.get(table, 0)
            if any(counts):
                shown = tuple(formats.show_number(count) for count in counts)
                self._add_row(_(title), (shown[0], shown[1]), is_count=True)

    def _add_row(
        self, name: str, both: tuple[str, str], *, is_head: bool = False, is_count: bool = False
    ) -> None:
        row, top = self._grid.rowCount(), Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(quiet(name), row, _LABEL, top)
        for column, words in zip((_ONE, _OTHER), both, strict=True):
            label = strong(words) if is_head else Label(words or "–").selectable()
            label.setAccessibleName(f"{name}: {words}" if name else words)
            self._grid.addWidget(label, row, column, top)
        if both[0] != both[1] and all(both) and not is_head and not is_count:
            mark = small(_("differs"))
            mark.set_tone("attention")
            self._grid.addWidget(mark.unwrapped(), row, _MARK, top)

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


def _name(card: CardFacts) -> str:
    parts = (card.fields["given_name"], card.fields["family_name"])
    return " ".join(filter(None, parts))


def _fields(one: CardFacts, other: CardFacts) -> list[tuple[str, tuple[str, str]]]:
    shown = [
        (_(COLUMN_WORDS[name]), (_value(one, name), _value(other, name)))
        for name in FIELDS
        if name not in _BESIDE
    ]
    shown += [
        (_("District or town"), (one.area, other.area)),
        (_("Languages spoken"), (_spoken(one), _spoken(other))),
    ]
    return [(name, both) for name, both in shown if any(both)]


def _spoken(card: CardFacts) -> str:
    return ", ".join(language_name(tag, language()) for tag in card.languages)


def _value(card: CardFacts, name: str) -> str:
    value = card.fields[name]
    if name == "birth_date":
        return born(value, card.fields["birth_precision"]).removeprefix("* ")
    if value is False or (name in {"salutation", "status"} and value in {"none", "active"}):
        return ""
    return Teller(language(), {}).value("person", name, value)
