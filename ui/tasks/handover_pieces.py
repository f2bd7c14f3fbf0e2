"""What lies on a colleague's desk, with a tick for each kind; each visit has its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.tasks.rules import HandoverKind
from resources.text import _, ngettext
from ui import formats
from ui.style import spacing
from ui.widgets.fields import CheckField
from ui.widgets.labels import quiet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from app.tasks.handover.rows import Piece

NAMED = 4
"""Pieces of a kind that are named; all are handed over."""
VISITS_SHOWN = 30
"""Visits that have their own tick; the others stay with the visitor."""


class HandoverPieces(QWidget):
    """Everything is ticked but the visits: those are promises, and changed one by one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with an empty desk."""
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()
        self._ticks: dict[HandoverKind, CheckField] = {}
        self._visits: dict[UUID, CheckField] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(spacing(4))

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show what lies on a desk."""
        self._pieces = tuple(pieces)
        self._clear()
        for kind in HandoverKind:
            mine = [piece for piece in self._pieces if piece.kind is kind]
            if mine and kind is HandoverKind.VISIT:
                self._add_visits(mine)
            elif mine:
                self._add_kind(kind, mine)

    def chosen(self) -> tuple[tuple[HandoverKind, UUID, int], ...]:
        """Answer the ticked pieces that the colleague may know of, each with its version."""
        return tuple(
            (piece.kind, piece.id, piece.version)
            for piece in self._pieces
            if not piece.is_closed_to_other and self._is_ticked(piece)
        )

    def ticks(self) -> dict[HandoverKind, CheckField]:
        """Answer the ticks by kind."""
        return dict(self._ticks)

    def visit_ticks(self) -> dict[UUID, CheckField]:
        """Answer the ticks of visits by their ids."""
        return dict(self._visits)

    def _is_ticked(self, piece: Piece) -> bool:
        if piece.kind is HandoverKind.VISIT:
            tick = self._visits.get(piece.id)
        else:
            tick = self._ticks.get(piece.kind)
        return tick is not None and tick.value()

    def _clear(self) -> None:
        self._ticks.clear()
        self._visits.clear()
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _add_kind(self, kind: HandoverKind, pieces: Sequence[Piece]) -> None:
        tick = CheckField(f"{_(kind.label)}: {formats.show_number(len(pieces))}")
        tick.set_value(value=True)
        tick.changed.connect(self.changed)
        self._ticks[kind] = tick
        self._layout.addWidget(tick)
        named = [_name(piece) for piece in pieces[:NAMED]]
        if len(pieces) > NAMED:
            rest = len(pieces) - NAMED
            named.append(ngettext("and {count} more", "and {count} more", rest))
        self._add_quiet("\n".join(named))
        hidden = sum(piece.is_closed_to_other for piece in pieces)
        if hidden:
            self._add_quiet(
                ngettext(
                    "{count} stays: the colleague may not know of that person.",
                    "{count} stay: the colleague may not know of those people.",
                    hidden,
                )
            )

    def _add_visits(self, pieces: Sequence[Piece]) -> None:
        self._layout.addSpacing(spacing(8))
        self._layout.addWidget(
            quiet(_("Planned visits stay as they are, unless you tick them here."))
        )
        for piece in pieces[:VISITS_SHOWN]:
            tick = CheckField(_name(piece))
            tick.setEnabled(not piece.is_closed_to_other)
            tick.changed.connect(self.changed)
            self._visits[piece.id] = tick
            self._layout.addWidget(tick)
        rest = len(pieces) - VISITS_SHOWN
        if rest > 0:
            self._add_quiet(ngettext("and {count} later one", "and {count} later ones", rest))

    def _add_quiet(self, words: str) -> None:
        label = quiet(words)
        label.setContentsMargins(spacing(24), 0, 0, spacing(4))
        self._layout.addWidget(label)


def _name(piece: Piece) -> str:
    day: date | None = piece.on
    # The day is never parted at the end of a line.
    when = formats.show_short_date(day).replace(" ", "\u00a0") if day is not None else ""
    return " · ".join(filter(None, (when, piece.title, piece.person_name)))
