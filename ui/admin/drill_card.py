"""Trying a restore: the newest backup is opened, looked through, and thrown away again."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.admin.drill import Drill, last_drill, record_drill, try_restore
from resources.text import _, say
from ui.admin.drill_words import holds, say_last
from ui.admin.remark import Remark
from ui.style import spacing
from ui.widgets.buttons import plain_button
from ui.widgets.card import Card
from ui.widgets.fields import TextField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.form import Form
from ui.widgets.labels import text
from ui.widgets.progress import Progress

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.errors import Refused, Unavailable
    from ui.admin.office_jobs import OpenOffice
    from ui.desk import Desk


class DrillCard(Card):
    """Nothing of the open office is touched."""

    said = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin without a backup to try."""
        super().__init__(_("Try a restore"), "", parent)
        self._desk = desk
        self._office: OpenOffice | None = None
        self._file: Path | None = None
        self.state = Remark()
        self.recovery_key = TextField()
        self.form = Form()
        hint = _("From your paper: then you also know that the paper would open the office.")
        self.form.add(
            "recovery_key", _("Recovery key"), self.recovery_key, hint=hint, optional=True
        )
        self.try_button = plain_button(_("Try it now"), "restore")
        self._progress = Progress(_("Opening a copy of the backup …"), can_cancel=False)
        self._progress.hide()
        self.add(
            text(
                _(
                    "A backup is only sure when it was once opened. Nahbar opens a copy of the "
                    "newest one, looks through it, and throws the copy away. It takes a minute."
                )
            )
        )
        self.add(self.state)
        self.add(self.form)
        row = FlowLayout(gap=spacing(8))
        row.addWidget(self.try_button)
        self.add(row)
        self.add(self._progress)
        self.try_button.setEnabled(False)
        self.try_button.clicked.connect(self.try_now)

    def show_office(self, office: OpenOffice | None, newest: Path | None) -> None:
        """Know which backup would be tried; None while there is none."""
        self._office, self._file = office, newest
        self.try_button.setEnabled(office is not None and newest is not None)
        if office is not None:
            pending = self._desk.ask(last_drill).then(self._on_last)
            pending.if_unavailable(self._on_unavailable)

    def try_now(self) -> None:
        """Open the copy and look through it."""
        if self._office is None or self._file is None or not self.try_button.isEnabled():
            return
        self._show_busy(busy=True)
        typed, now = self.recovery_key.value(), datetime.now(UTC)
        pending = self._desk.run(try_restore, self._file, self._office.key, typed, now)
        pending.then(self._on_tried).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _show_busy(self, *, busy: bool) -> None:
        self.try_button.setEnabled(not busy and self._file is not None)
        self._progress.setVisible(busy)

    def _on_tried(self, drill: Drill) -> None:
        self._show_busy(busy=False)
        self.form.clear_problems()
        self.recovery_key.set_value("")
        self._on_last(drill)
        self.said.emit(_("The backup opens: {holds}.").format(holds=holds(drill)))
        pending = self._desk.act(record_drill, drill).then(self._on_last)
        pending.if_refused(self._on_not_kept).if_unavailable(self._on_not_kept)

    def _on_last(self, drill: Drill | None) -> None:
        say_last(self.state, drill)

    def _on_refused(self, refused: Refused) -> None:
        self._show_busy(busy=False)
        self.form.show_problems(refused.problems)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._show_busy(busy=False)
        self.state.say(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), "danger")

    def _on_not_kept(self, _trouble: Refused | Unavailable) -> None:
        """The drill is shown all the same; only its day is not kept."""
