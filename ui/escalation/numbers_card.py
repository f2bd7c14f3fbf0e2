"""The emergency numbers of the country, large enough to be dialled from across a desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.text import _
from ui.style import length, spacing
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import quiet, strong, title

if TYPE_CHECKING:
    from app.escalation.rules import EmergencyNumber


class NumbersCard(Card):
    """Those for danger to life stand first and are larger."""

    def __init__(self) -> None:
        """Begin without numbers."""
        super().__init__(_("In danger, ring first"))
        self._shown: tuple[EmergencyNumber, ...] = ()

    def show_numbers(self, numbers: tuple[EmergencyNumber, ...]) -> None:
        """Show the numbers of a country."""
        if numbers == self._shown:
            return
        self._shown = numbers
        self.clear()
        for is_emergency in (True, False):
            row = QWidget()
            layout = FlowLayout(row, spacing(24))
            for number in numbers:
                if number.is_emergency is is_emergency:
                    layout.addWidget(_number(number))
            self.add(row)


def _number(number: EmergencyNumber) -> QWidget:
    part = QWidget()
    layout = QVBoxLayout(part)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    if number.is_emergency:
        digits = title(number.number)
        digits.set_tone("danger")
        layout.addWidget(digits.selectable().unwrapped())
        layout.addWidget(strong(_(number.title)).unwrapped())
    else:
        words = f"{number.number}  {_(number.title)}"
        layout.addWidget(strong(words).selectable())
    layout.addWidget(quiet(_(number.when)))
    layout.addStretch(1)
    # Two beside each other, also on a small screen.
    part.setFixedWidth(length(250))
    return part
