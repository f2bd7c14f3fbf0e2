"""What nobody may miss about a relation, as chips: call in an emergency, has the key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from resources.text import _
from ui.style import spacing
from ui.widgets.chips import Chip
from ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from app.households.rows import RelationRow


class RelationChips(QWidget):
    """Says it of one relation after another; with nothing to say it takes no room."""

    def __init__(self) -> None:
        """Begin with nothing to say."""
        super().__init__()
        self._emergency, self._key = Chip("", "attention"), Chip("")
        flow = FlowLayout(self, spacing(6))
        flow.addWidget(self._emergency)
        flow.addWidget(self._key)

    @staticmethod
    def has_some(row: RelationRow) -> bool:
        """Answer whether there is something to say of a relation."""
        return row.has_key or _is_called(row)

    def show_row(self, row: RelationRow | None) -> None:
        """Show what there is to say of a relation; None has nothing."""
        is_called, has_key = row is not None and _is_called(row), row is not None and row.has_key
        if row is not None and is_called:
            words = _("Emergency: call as number {place}").format(place=row.in_emergency)
            self._emergency.set_text(words)
        if row is not None and has_key:
            self._key.set_text(_("Key is there") if row.is_inverse else _("Has the key"))
        self._emergency.setVisible(is_called)
        self._key.setVisible(has_key)
        self.setVisible(is_called or has_key)


def _is_called(row: RelationRow) -> bool:
    return row.in_emergency is not None and not row.is_inverse
