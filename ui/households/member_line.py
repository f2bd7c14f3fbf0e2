"""One member of a household on a person's card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from resources.text import _
from ui import formats
from ui.households.person_button import PersonLink
from ui.style import spacing
from ui.widgets.buttons import icon_button, reword
from ui.widgets.labels import Label, small

if TYPE_CHECKING:
    from app.households.rows import MemberRow


class MemberLine(QWidget):
    """The name leads to the card; a button lets the person move out.

    A line is made once and then shows one member after another.
    """

    person_wanted = Signal(object)
    leave_wanted = Signal(object)
    """The `MemberRow`."""

    def __init__(self, member: MemberRow, *, is_shown: bool) -> None:
        """Show a member, see `show_member`."""
        super().__init__()
        self._name = Label().unwrapped()
        self._name.setContentsMargins(spacing(32), 0, 0, 0)
        self._link = PersonLink(self)
        self._link.wanted.connect(self.person_wanted)
        self._since = small("")
        self._leave = icon_button("close", "")
        self._leave.clicked.connect(self._on_leave_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addWidget(self._name)
        layout.addWidget(self._link.button)
        layout.addWidget(self._since)
        layout.addStretch()
        layout.addWidget(self._leave)
        self.show_member(member, is_shown=is_shown)

    def show_member(self, member: MemberRow, *, is_shown: bool) -> None:
        """Show a member; the one whose card this is has no link."""
        self._member = member
        self._name.setText(member.name)
        self._name.setVisible(is_shown)
        self._link.show_person(member.person_id, member.name)
        self._link.button.setVisible(not is_shown)
        if member.since is not None:
            self._since.setText(_("since {day}").format(day=formats.show_day(member.since)))
        self._since.setVisible(member.since is not None)
        name = _("{name} has moved out").format(name=member.name)
        reword(self._leave, name, tip=name)

    def _on_leave_clicked(self) -> None:
        self.leave_wanted.emit(self._member)
