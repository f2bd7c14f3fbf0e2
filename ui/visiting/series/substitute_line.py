"""One visit that needs somebody else: who could come, and the button that sends somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.volunteers.rules import ABSENCE_LABELS, AbsenceReason
from resources.text import _
from ui import formats
from ui.matches.words import reason_words
from ui.style import spacing
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import small, strong

if TYPE_CHECKING:
    from uuid import UUID

    from app.substitutes.queries import SubstituteRow, UncoveredVisit


class SubstituteLine(QWidget):
    """Proposes who is known to the person first."""

    sent = Signal(object)
    """This line, whose choice comes instead."""
    visit_wanted = Signal(object)
    """The id of the visit."""

    def __init__(self, visit: UncoveredVisit) -> None:
        """Show a visit with its substitutes."""
        super().__init__()
        self.visit = visit
        when = f"{formats.show_date(visit.start.date())}, " + formats.show_time_span(
            visit.start, visit.end
        )
        head = strong(_("{name}, {when}").format(name=visit.person_name, when=when))
        self.choice: ChoiceField[UUID] = ChoiceField(
            [(one.id, one.name) for one in visit.substitutes]
        )
        self.choice.setAccessibleName(_("Who visits {name} instead").format(name=visit.person_name))
        self.send_button = plain_button(_("Replace"), "check")
        self.send_button.setAccessibleName(
            _("Let somebody else visit {name}").format(name=visit.person_name)
        )
        self._open = quiet_button(_("Show visit"), "open")
        self._open.setAccessibleName(_("Show the visit to {name}").format(name=visit.person_name))
        self._why = small("")
        self._arrange(head)
        self._on_choice_changed()
        self.choice.changed.connect(self._on_choice_changed)
        self.send_button.clicked.connect(self._on_send_clicked)
        self._open.clicked.connect(self._on_open_clicked)

    def substitute(self) -> SubstituteRow | None:
        """Answer who is chosen."""
        if not self.visit.substitutes:
            return None
        wanted = self.choice.value()
        return next(one for one in self.visit.substitutes if one.id == wanted)

    def _arrange(self, head: QWidget) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, spacing(4))
        layout.setSpacing(spacing(4))
        top = QHBoxLayout()
        top.addWidget(head, 1)
        top.addWidget(self._open, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(top)
        layout.addWidget(small(_away_words(self.visit)))
        row = QHBoxLayout()
        row.setSpacing(spacing(8))
        row.addWidget(self.choice, 1)
        row.addWidget(self.send_button)
        layout.addLayout(row)
        layout.addWidget(self._why)
        has_any = bool(self.visit.substitutes)
        self.choice.setVisible(has_any)
        self.send_button.setVisible(has_any)

    def _on_choice_changed(self) -> None:
        chosen = self.substitute()
        if chosen is None:
            self._why.setText(_("No volunteer is free at that time. Move the visit, or cancel it."))
        else:
            self._why.setText(_why_words(chosen))

    def _on_send_clicked(self) -> None:
        self.sent.emit(self)

    def _on_open_clicked(self) -> None:
        self.visit_wanted.emit(self.visit.id)


def _away_words(visit: UncoveredVisit) -> str:
    """Answer why somebody else is needed."""
    if not visit.reason:
        return _("{name} makes this visit.").format(name=visit.visitor)
    reason = _(ABSENCE_LABELS[AbsenceReason(visit.reason)])
    return _("{name} is away: {reason}").format(name=visit.visitor, reason=reason)


def _why_words(row: SubstituteRow) -> str:
    """Answer what speaks for somebody, and how to reach her."""
    known = (
        _("Was there on {day}").format(day=formats.show_date(row.was_there))
        if row.was_there
        else _("Was not there yet")
    )
    return " · ".join((known, *map(reason_words, row.found.in_favour[:2]), row.phone)).strip(" ·")
