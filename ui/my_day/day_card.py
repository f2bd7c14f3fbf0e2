"""What all cards of My day have in common: lines that stay and show other rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.my_day.day_line import DayLine
from ui.style import spacing
from ui.widgets.buttons import quiet_button
from ui.widgets.card import Card
from ui.widgets.labels import quiet
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ui.my_day.day_row import DayRow


class DayCard(Card):
    """A card of My day that can lead somewhere: words, lines, and what leads to more of them."""

    place_wanted = Signal(object)

    def __init__(
        self, title: str = "", action: str = "", icon: str = "", parent: QWidget | None = None
    ) -> None:
        """Begin without lines; with an `action` it leads to all of it."""
        super().__init__(title, action, parent)
        self._lines: list[DayLine] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(spacing(8))
        self._before = quiet("")
        self._after = quiet("")
        self._more = quiet_button("", icon)
        self._more.clicked.connect(self._on_more_clicked)
        self.body.addWidget(self._before)
        self.body.addLayout(self._rows)
        self.body.addWidget(self._after)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._before, self._after, self._more):
            part.hide()

    def _show_rows(self, rows: Iterable[DayRow]) -> None:
        """Show rows, each in the line that is there; a line without a row waits unseen."""
        wanted = tuple(rows)
        for line, row in zip(self._lines, wanted, strict=False):
            line.show_row(row)
            line.show()
        for row in wanted[len(self._lines) :]:
            self._lines.append(self._add_line(row))
        for line in self._lines[len(wanted) :]:
            line.hide()

    def _show_before(self, words: str) -> None:
        """Say something quietly above the lines; nothing with ""."""
        self._before.setText(words)
        self._before.setVisible(bool(words))

    def _show_after(self, words: str) -> None:
        """Say something quietly below the lines; nothing with ""."""
        self._after.setText(words)
        self._after.setVisible(bool(words))

    def _show_more(self, words: str) -> None:
        """Offer a button that leads to more; none with ""."""
        self._more.setText(words.replace("&", "&&"))
        self._more.setAccessibleName(words)
        self._more.setVisible(bool(words))

    def _add_line(self, row: DayRow) -> DayLine:
        """Add a line that is there at once, so that it can take the focus back."""
        line = DayLine(row)
        line.place_wanted.connect(self.place_wanted)
        line.acted.connect(self._on_row_acted)
        self._rows.addWidget(line)
        line.show()
        return line

    def _more_place(self) -> Place:
        """Answer where all of it is shown."""
        return Place("visiting")

    def _on_row_acted(self, row: DayRow) -> None:
        """Go where the button of a line leads."""
        self.place_wanted.emit(row.act_place or row.place)

    def _on_more_clicked(self) -> None:
        self.place_wanted.emit(self._more_place())
