"""The household on a person's card: its name, who lives there, and who else might."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.text import _
from ui.households.member_line import MemberLine
from ui.households.words import household_words, likely_words
from ui.style import spacing
from ui.widgets.buttons import icon_button, plain_button, quiet_button
from ui.widgets.labels import Label, quiet, strong

if TYPE_CHECKING:
    from app.households.rows import HouseholdRow, LikelyMember, MemberRow


class HouseholdPart(QWidget):
    """Shows one household after another without being built anew; knows no office."""

    person_wanted = Signal(object)
    leave_wanted = Signal(object)
    rename_wanted = Signal()
    join_wanted = Signal()
    """Somebody shall be added to the household."""

    def __init__(self) -> None:
        """Begin without a household."""
        super().__init__()
        self._title = strong(_("Household"))
        self._rename = icon_button("edit", _("Name the household"))
        self._rename.clicked.connect(self.rename_wanted)
        self._nothing = quiet(_("No household is known yet."))
        self._note = quiet("")
        self._made: list[MemberLine] = []
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(spacing(4))
        self._lines.addLayout(self._head())
        self._lines.addWidget(self._nothing)
        self._lines.addWidget(self._note)

    def show_household(self, household: HouseholdRow | None, person_id: object) -> None:
        """Show a household on the card of one of its members, or that there is none."""
        self._title.setText(household_words(household) if household else _("Household"))
        self._rename.setVisible(household is not None)
        self._nothing.setVisible(household is None)
        note = household.note if household else ""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._show_members(household.members if household else (), person_id)

    def _show_members(self, members: tuple[MemberRow, ...], person_id: object) -> None:
        for line, member in zip(self._made, members, strict=False):
            line.show_member(member, is_shown=member.person_id == person_id)
            line.show()
        for member in members[len(self._made) :]:
            self._add_line(MemberLine(member, is_shown=member.person_id == person_id))
        for line in self._made[len(members) :]:
            line.hide()

    def _add_line(self, line: MemberLine) -> None:
        line.person_wanted.connect(self.person_wanted)
        line.leave_wanted.connect(self.leave_wanted)
        self._lines.addWidget(line)
        self._made.append(line)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(spacing(4))
        head.addWidget(self._title, 1)
        join = quiet_button(_("Add member"), "person_add")
        join.clicked.connect(self.join_wanted)
        head.addWidget(join)
        head.addWidget(self._rename)
        return head


class LikelyPart(QWidget):
    """Asks whether people of one address live together; both answers are remembered."""

    together = Signal()
    apart = Signal()

    def __init__(self) -> None:
        """Begin without a question."""
        super().__init__()
        self._question = Label()
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
        # With the gap of the card the question stands a little apart from the members.
        layout.setContentsMargins(0, spacing(4), 0, 0)
        layout.setSpacing(spacing(6))
        layout.addWidget(self._question)
        layout.addLayout(buttons)

    def show_likely(self, likely: tuple[LikelyMember, ...]) -> None:
        """Ask about some people; about nobody it takes no room."""
        if likely:
            self._question.setText(likely_words(likely))
        self.setVisible(bool(likely))
