"""The ways to reach somebody: each line says whose it is, and a click copies it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QToolButton, QWidget

from app.clients.rules import KIND_LABELS, ReachKind, show_phone
from resources.text import _
from ui.clients.fact_grid import NAME_MOST, NAME_WIDTH
from ui.clients.words import validity_words
from ui.style import length, spacing
from ui.widgets.buttons import icon_button
from ui.widgets.labels import Label, quiet

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from app.clients.queries import ClientCard
    from app.clients.rules import Reach


class ReachLine(NamedTuple):
    """One way to reach somebody, in words."""

    label: str
    value: str
    note: str = ""


class ReachList(QWidget):
    """Shows the ways of one person after another without being built anew."""

    copied = Signal(str)
    """What was put on the clipboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(spacing(16))
        self._grid.setVerticalSpacing(spacing(4))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, spacing(NAME_WIDTH))
        self._rows: list[tuple[Label, Label, QToolButton]] = []
        self.lines: tuple[ReachLine, ...] = ()

    def show_lines(self, lines: tuple[ReachLine, ...]) -> None:
        """Show other ways."""
        if lines == self.lines:
            return
        self.lines = lines
        while len(self._rows) < len(lines):
            self._add_row()
        for at, row in enumerate(self._rows):
            for part in row:
                part.setVisible(at < len(lines))
            if at < len(lines):
                self._fill(row, lines[at])

    def _add_row(self) -> None:
        at = len(self._rows)
        label, value = quiet(""), Label().selectable()
        label.setMaximumWidth(length(NAME_MOST))
        copy = icon_button("copy", "")
        copy.setProperty("row", at)
        copy.clicked.connect(self._on_copy_clicked)
        self._rows.append((label, value, copy))
        top = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(label, at, 0, top)
        self._grid.addWidget(value, at, 1, top)
        self._grid.addWidget(copy, at, 2, top)

    @staticmethod
    def _fill(row: tuple[Label, Label, QToolButton], line: ReachLine) -> None:
        label, value, copy = row
        label.setText(line.label)
        words = f"{line.value}\n{line.note}" if line.note else line.value
        value.setText(words)
        value.setAccessibleName(f"{line.label}: {words}")
        name = _("Copy {value}").format(value=line.value)
        copy.setToolTip(name)
        copy.setAccessibleName(name)

    def _on_copy_clicked(self) -> None:
        value = self.lines[int(self.sender().property("row"))].value
        QApplication.clipboard().setText(value)
        self.copied.emit(value)


def own_lines(card: ClientCard) -> tuple[ReachLine, ...]:
    """Answer the numbers and the address of a card."""
    country = card.address.country
    known = (
        ReachLine(_("Phone"), show_phone(card.phone, country)),
        ReachLine(_("Mobile phone"), show_phone(card.mobile, country)),
        ReachLine(_("E-mail"), card.email),
    )
    return tuple(line for line in known if line.value)


def further_lines(reaches: Iterable[Reach], country: str, today: date) -> tuple[ReachLine, ...]:
    """Answer further ways that hold on a day."""
    return tuple(
        _line(reach, country)
        for reach in reaches
        if reach.valid_until is None or reach.valid_until >= today
    )


def _line(reach: Reach, country: str) -> ReachLine:
    kind = _(KIND_LABELS[ReachKind(reach.kind)])
    label = f"{reach.label} ({kind})" if reach.label else kind
    validity = validity_words(reach.valid_from, reach.valid_until)
    note = " · ".join(filter(None, (reach.note, validity)))
    return ReachLine(label, show_phone(reach.value, country), note)
