"""The household on a person's card: its name, who lives there, and who else might."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.text import _
from ui import formats
from ui.households.person_button import PersonLink
from ui.households.words import household_words, likely_words
from ui.style import spacing
from ui.widgets.buttons import icon_button, plain_button, quiet_button
from ui.widgets.labels import Label, quiet, small, strong

if TYPE_CHECKING:
    from app.households.rows import HouseholdRow, LikelyMember, MemberRow


class MemberLine(QWidget):
    """One member: the name leads to the card; a button lets the person move out."""

    person_wanted = Signal(object)
    leave_wanted = Signal(object)
    """The `MemberRow`."""

    def __init__(self, member: MemberRow, *, is_shown: bool) -> None:
        """Show a member; the one whose card this is has no link."""
        super().__init__()
        self._member = member
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        if is_shown:
            name = Label(member.name).unwrapped()
            name.setContentsMargins(spacing(32), 0, 0, 0)
            layout.addWidget(name)
        else:
            link = PersonLink(member.person_id, member.name, self)
            link.wanted.connect(self.person_wanted)
            layout.addWidget(link.button)
        if member.since is not None:
            layout.addWidget(small(_("since {day}").format(day=formats.show_day(member.since))))
        layout.addStretch()
        leave = icon_button("close", _("{name} has moved out").format(name=member.name))
        leave.clicked.connect(self._on_leave_clicked)
        layout.addWidget(leave)

    def _on_leave_clicked(self) -> None:
        self.leave_wanted.emit(self._member)


class HouseholdPart(QWidget):
    """Made anew for each person; knows no office."""

    person_wanted = Signal(object)
    leave_wanted = Signal(object)
    rename_wanted = Signal()
    join_wanted = Signal()
    """Somebody shall be added to the household."""

    def __init__(self, household: HouseholdRow | None, person_id: object) -> None:
        """Show a household, or that there is none."""
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(4))
        layout.addLayout(self._head(household))
        if household is None:
            layout.addWidget(quiet(_("No household is known yet.")))
            return
        if household.note:
            layout.addWidget(quiet(household.note))
        for member in household.members:
            line = MemberLine(member, is_shown=member.person_id == person_id)
            line.person_wanted.connect(self.person_wanted)
            line.leave_wanted.connect(self.leave_wanted)
            layout.addWidget(line)

    def _head(self, household: HouseholdRow | None) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(spacing(4))
        head.addWidget(strong(household_words(household) if household else _("Household")), 1)
        join = quiet_button(_("Add member"), "person_add")
        join.clicked.connect(self.join_wanted)
        head.addWidget(join)
        if household is not None:
            rename = icon_button("edit", _("Name the household"))
            rename.clicked.connect(self.rename_wanted)
            head.addWidget(rename)
        return head


class LikelyPart(QWidget):
    """Asks whether people of one address live together; both answers are remembered."""

    together = Signal()
    apart = Signal()

    def __init__(self, likely: tuple[LikelyMember, ...]) -> None:
        """Ask about some people."""
        super().__init__()
        yes = plain_button(_("One household"), "check")
        no = quiet_button(_("Not one household"))
        yes.clicked.connect(self.together)
        no.clicked.connect(self.apart)
        buttons = QHBoxLayout()
        buttons.setSpacing(spacing(8))
        buttons.addWidget(yes)
        buttons.addWidget(no)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(6))
        layout.addWidget(Label(likely_words(likely)))
        layout.addLayout(buttons)
