"""Which audit lines are wanted: by whom, about whom, in which part, from when until when."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.audit.rules import FEATURE_WORDS, AuditQuery
from resources.text import _
from ui.picking.client_picker import ClientPicker
from ui.style import length, spacing
from ui.widgets.fields import ChoiceField, DateField, TextField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.desk import Desk


_KEY_LENGTH = 36
"""Characters of a key as exports show it."""


class AuditFilter(QWidget):
    """Every change asks anew."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with everything."""
        super().__init__(parent)
        self.who: ChoiceField[str] = ChoiceField([("", _("Everybody"))])
        features = sorted((_(words), code) for code, words in FEATURE_WORDS.items())
        self.feature: ChoiceField[str] = ChoiceField(
            [("", _("Every part")), *((code, words) for words, code in features)]
        )
        self.since = DateField()
        self.until = DateField()
        self.person = ClientPicker(desk)
        self.record = TextField(_KEY_LENGTH)
        self.record.setClearButtonEnabled(True)
        self.record.setToolTip(_("The key of one record, such as stands in an export"))
        flow = FlowLayout(self, spacing(12))
        for field, name, width in (
            (self.who, _("Done by"), 190),
            (self.feature, _("Part of the office"), 210),
            (self.person, _("About the person"), 220),
            (self.since, _("From"), 140),
            (self.until, _("Until"), 140),
            (self.record, _("Key of one record"), 300),
        ):
            flow.addWidget(_labelled(field, name, width))
        for field in (self.who, self.feature, self.person, self.since, self.until, self.record):
            field.changed.connect(self._on_changed)

    def query(self) -> AuditQuery:
        """Answer what is wanted."""
        return AuditQuery(
            self.who.value(),
            self.feature.value(),
            self.since.value(),
            self.until.value(),
            self.person.value(),
            self._key(),
        )

    def show_record(self, key: UUID) -> None:
        """Narrow down to what was done with one record."""
        self.record.set_value(str(key))

    def is_open(self) -> bool:
        """Whether nothing is narrowed down."""
        return self.query() == AuditQuery()

    def offer(self, names: Sequence[str]) -> None:
        """Offer everybody who ever did something."""
        if [self.who.itemText(at) for at in range(1, self.who.count())] == list(names):
            return
        chosen = self.who.value()
        with QSignalBlocker(self.who):
            self.who.set_options([("", _("Everybody")), *((name, name) for name in names)])
            self.who.set_value(chosen if chosen in names else "")

    def _on_changed(self) -> None:
        # A name or day that is still being typed narrows nothing down.
        typed = self.record.value().strip()
        is_whole = not typed or self._key() is not None
        if self.since.is_valid() and self.until.is_valid() and is_whole:
            self.changed.emit()

    def _key(self) -> UUID | None:
        try:
            return UUID(self.record.value().strip())
        except ValueError:
            return None


def _labelled(field: QWidget, name: str, width: int) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing(4))
    label = small(name)
    label.setBuddy(field)
    field.setAccessibleName(name)
    field.setFixedWidth(length(width))
    holder.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    column.addWidget(label)
    column.addWidget(field)
    return holder
