"""The form that packs a suitcase: which tour, until when, what goes along, which passphrase."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.mobile_advice.suitcase.limits import limits
from app.mobile_advice.suitcase.packing import notes_since, pack
from app.mobile_advice.suitcase.people import outlook
from app.mobile_advice.suitcase.rules import Plan, check_plan
from app.server.places import SUITCASE
from resources.text import _, ngettext, say
from ui import formats
from ui.style import length, spacing
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.codes_field import CodesField
from ui.widgets.fields import CheckField, ChoiceField, DateField, PasswordField
from ui.widgets.form import Form
from ui.widgets.labels import quiet
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.mobile_advice.suitcase.packing import Packed
    from app.mobile_advice.suitcase.people import Outlook, PackableDay
    from ui.desk import Desk


class PackForm(QWidget):
    """Shows what would go along before anything is written; restricted people are ticked."""

    packed = Signal(object)
    """A `Packed`."""
    left = Signal()

    def __init__(self, desk: Desk, days: Sequence[PackableDay]) -> None:
        """Offer the tours of the next days."""
        super().__init__()
        self._desk = desk
        self._outlook: Outlook | None = None
        self._trouble: Banner | None = None
        self.form = Form()
        self.tour: ChoiceField[UUID] = ChoiceField([(day.id, _title(day)) for day in days])
        self.until = DateField(today=self._today)
        self.notes = CheckField(_("Take the latest notes about these people along"))
        self.restricted = CodesField([("", "")])
        self.first, self.second = PasswordField(), PasswordField()
        self.what = quiet("")
        self._add_fields()
        self.pack_button = primary_button(_("Pack suitcase"), "bag")
        self.close_button = plain_button(_("Cancel"))
        self.pack_button.clicked.connect(self.go_on)
        self.close_button.clicked.connect(self.left)
        self._lay_out()
        self.tour.changed.connect(self.look)
        self.look()

    def begin(self) -> None:
        """Put the focus on the tour."""
        self.tour.setFocus()

    def choose(self, tour_day_id: UUID) -> None:
        """Choose the tour of a day, if it is offered."""
        if tour_day_id in self.tour.values():
            self.tour.set_value(tour_day_id)

    def look(self) -> None:
        """Ask what would go along with the chosen tour."""
        since = notes_since(self._desk.local_now)
        self._desk.ask(outlook, self.tour.value(), since).then(self._on_outlook)

    def plan(self) -> Plan:
        """Answer what is typed."""
        found = self._outlook
        people = {} if found is None else {str(one.id): one.id for one in found.people}
        ticked = frozenset(people[code] for code in self.restricted.value() if code in people)
        until = self.until.value() or self._today()
        return Plan(
            self.tour.value(),
            until,
            self.first.value(),
            self.second.value(),
            with_notes=self.notes.value(),
            restricted=ticked,
        )

    def go_on(self) -> None:
        """Check what is typed, ask where the file is to lie, and pack it."""
        found = self._outlook
        if found is None or not self.pack_button.isEnabled() or not self.form.check():
            return
        self.form.clear_problems()
        problems = check_plan(self.plan(), found.day, self._today(), limits())
        if problems:
            self.form.show_problems(problems)
            return
        chosen, _kind = QFileDialog.getSaveFileName(
            self,
            _("Where the suitcase is to lie"),
            str(Path.home() / _file_name(found)),
            _("Suitcases") + f" (*{SUITCASE})",
        )
        if chosen:
            self.pack_to(Path(chosen))

    def pack_to(self, file: Path) -> None:
        """Pack into a file."""
        self._show_busy(busy=True)
        pending = self._desk.work(pack, self.plan(), file).then(self._on_packed)
        pending.if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def _add_fields(self) -> None:
        form = self.form
        form.add("tour_day_id", _("Tour"), self.tour)
        form.add_widget(self.what)
        form.add(
            "until",
            _("Opens until"),
            self.until,
            hint=_("After this day it can only be returned or wiped."),
        )
        form.add("with_notes", _("Journal"), self.notes)
        self._ticks = form.add(
            "restricted",
            _("Restricted people"),
            self.restricted,
            hint=_("They stay in the office unless you tick them."),
            optional=True,
        )
        self._ticks.hide()
        form.add(
            "passphrase",
            _("Passphrase of this suitcase"),
            self.first,
            hint=_("Not that of the office. Tell it to the crew, and write it nowhere on the bus."),
        )
        form.add("repeated", _("The same passphrase again"), self.second)

    def _lay_out(self) -> None:
        body = ScrollBody(most_width=640)
        body.add(self.form)
        body.end()
        row = QHBoxLayout()
        row.setSpacing(spacing(8))
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.pack_button)
        foot = QWidget()
        foot.setMaximumWidth(length(640))
        self._foot = QVBoxLayout(foot)
        self._foot.setContentsMargins(0, 0, 0, 0)
        self._foot.addLayout(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addWidget(PageHeader(_("Pack a suitcase")))
        layout.addWidget(body, 1)
        layout.addWidget(foot)
        for keys, act in ((QKeySequence.StandardKey.Save, self.go_on),
                          (QKeySequence.StandardKey.Cancel, self.left.emit)):  # fmt: skip
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _on_outlook(self, found: Outlook | None) -> None:
        self._outlook = found
        if found is None:
            return
        self.until.set_value(max(limits().proposed(found.day), self._today()))
        hidden = [one for one in found.people if one.is_restricted]
        self.restricted.offer([(str(one.id), one.name) for one in hidden] or [("", "")])
        self._ticks.setVisible(bool(hidden))
        self.notes.setEnabled(found.notes > 0)
        self.what.setText(_contents(found, len(hidden)))

    def _on_packed(self, packed: Packed) -> None:
        self._show_busy(busy=False)
        self._desk.touched.emit(frozenset({"suitcase", "exchange"}))
        self.packed.emit(packed)

    def _on_refused(self, error: Refused) -> None:
        self._show_busy(busy=False)
        self.form.show_problems(error.problems)

    def _on_unavailable(self, error: Unavailable) -> None:
        self._show_busy(busy=False)
        self._trouble = Banner("danger", f"{say(error.problem)} {say(error.remedy)}".strip())
        self._foot.insertWidget(0, self._trouble)

    def _show_busy(self, *, busy: bool) -> None:
        self.pack_button.setEnabled(not busy)
        self.pack_button.setText(_("Packing …") if busy else _("Pack suitcase"))
        if busy and self._trouble is not None:
            self._trouble.deleteLater()
            self._trouble = None

    def _today(self) -> date:
        return self._desk.local_now.date()


def _title(day: PackableDay) -> str:
    return f"{day.tour}, {formats.show_day(day.day)}"


def _file_name(found: Outlook) -> str:
    plain = "".join(sign if sign.isalnum() else " " for sign in found.tour)
    return f"{' '.join(plain.split())} {found.day.isoformat()}{SUITCASE}"


def _contents(found: Outlook, hidden: int) -> str:
    people = ngettext("{count} person", "{count} people", len(found.people) - hidden)
    times = ngettext("{count} appointment", "{count} appointments", found.appointments)
    return _("Goes along: {people} and {times}. Every other file stays in the office.").format(
        people=people, times=times
    )
