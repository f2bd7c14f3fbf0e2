"""Reading an address file in: how, the first rows, progress, and what cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.areas.coordinates.actions import import_addresses
from app.areas.coordinates.preview import PreviewedRow, previewed
from app.areas.coordinates.reading import Watch, read_addresses
from app.areas.rules.address_columns import check_plan
from resources.text import _, ngettext, say
from ui import formats
from ui.areas.coordinates.address_form import AddressForm
from ui.style import length, spacing
from ui.widgets.banner import Banner
from ui.widgets.columns import Column
from ui.widgets.labels import quiet, small, strong
from ui.widgets.progress import Progress
from ui.widgets.question import Question
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from pathlib import Path

    from app.areas.coordinates.looking import FileLook
    from app.areas.coordinates.reading import ReadFile
    from app.errors import Problem, Refused, Unavailable
    from ui.desk import Desk, Pending

_LOOK_AGAIN = 200
_WRONG_SHOWN = 50


class AddressDialog(Question):
    """The file is read aside and can be given up at any time; it is kept whole or not at all."""

    imported = Signal(int)
    """How many addresses."""

    def __init__(self, desk: Desk, file: Path, look: FileLook, parent: QWidget) -> None:
        """Show what a file seems to be."""
        super().__init__(parent, _("Read in address file"), look.name, _("Read in"))
        self.desk, self._file, self._look = desk, file, look
        self._watch: Watch | None = None
        self._found: ReadFile | None = None
        self.form = AddressForm(look)
        self.trouble = Banner("danger", "")
        self.trouble.hide()
        self.progress = Progress(_("The file is read …"))
        self.progress.hide()
        self.preview: DataTable[PreviewedRow] = DataTable(_columns(), _("First rows as read"))
        self.preview.setMinimumHeight(length(140))
        self.wrong = QWidget()
        self._arrange()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_AGAIN)
        self._timer.timeout.connect(self._on_look)
        self.progress.cancelled.connect(self._on_given_up)
        self.form.changed.connect(self._show_preview)
        self.verb_button.clicked.connect(self.start)
        self._cancel_button.clicked.connect(self._on_closed)
        self._show_preview()

    def sizeHint(self) -> QSize:
        """Be wide enough for the rows of a file."""
        return super().sizeHint().expandedTo(QSize(length(680), length(560)))

    def start(self) -> None:
        """Read the file, or keep what was read."""
        if self._found is not None:
            self._keep(self._found)
        elif self._watch is None and self.form.check():
            plan = self.form.plan()
            if problems := check_plan(plan):
                self._show_problems(problems)
                return
            watch = self._begin(_("The file is read …"))
            pending = self.desk.run(read_addresses, self._file, self._look, plan, watch)
            self._listen(pending.then(self._on_read))

    def _arrange(self) -> None:
        body = ScrollBody()
        body.body.setSpacing(spacing(12))
        for part in (self.trouble, self.form, small(_("First rows as they will be kept"))):
            body.add(part)
        body.add(self.preview)
        body.end()
        self._scroll = body
        self.body.addWidget(body, 1)
        self.body.addWidget(self.progress)

    def _begin(self, words: str) -> Watch:
        self.trouble.hide()
        watch = self._watch = Watch()
        self.verb_button.setEnabled(False)
        self.progress.set_text(words)
        self.progress.show()
        self._timer.start()
        return watch

    def _listen(self, pending: Pending[Any]) -> None:
        pending.if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def _keep(self, found: ReadFile) -> None:
        watch = self._begin(_("The addresses are kept …"))
        source = self.form.inputs["source"].value()
        day = self.form.inputs["valid_on"].value()
        pending = self.desk.act(import_addresses, found, source, day, watch)
        self._listen(pending.then(self._on_kept))

    def _show_preview(self) -> None:
        self.preview.set_rows(previewed(self._look, self.form.plan()))

    def _on_look(self) -> None:
        if self._watch is not None:
            self.progress.show_count(self._watch.done, self._watch.all)

    def _on_read(self, found: ReadFile) -> None:
        self._rest()
        if not found.wrongs:
            self._keep(found)
            return
        self._found = found
        self._scroll.hide()
        self.body.addWidget(_wrong_rows(found), 1)
        self.verb_button.setText(_("Read in without them"))
        self.verb_button.setEnabled(True)

    def _on_kept(self, _file_id: object) -> None:
        self._rest()
        self.imported.emit(self._watch.done if self._watch is not None else 0)
        self.accept()

    def _rest(self) -> None:
        self._timer.stop()
        self.progress.hide()

    def _on_given_up(self) -> None:
        if self._watch is not None:
            self._watch.stop()

    def _on_closed(self) -> None:
        self._on_given_up()
        self.reject()

    def _on_refused(self, refused: Refused) -> None:
        self._rest()
        self._watch = None
        self.verb_button.setEnabled(True)
        self._show_problems(refused.problems)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._rest()
        self._watch = None
        self.verb_button.setEnabled(True)
        self.trouble.set_text(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
        self.trouble.show()

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        known = [one for one in problems if one.field in self.form.inputs]
        self.form.show_problems(known)
        rest = [one for one in problems if one.field not in self.form.inputs]
        self.trouble.set_text(" ".join(say(one) for one in rest))
        self.trouble.setVisible(bool(rest))


def _wrong_rows(found: ReadFile) -> QWidget:
    """Answer what cannot be used, line by line."""
    body = ScrollBody()
    body.body.setSpacing(spacing(4))
    good = ngettext("{count} address can be used.", "{count} addresses can be used.", found.count)
    bad = ngettext("{count} line cannot:", "{count} lines cannot:", found.wrongs)
    body.add(strong(f"{good} {bad}"))
    for row in found.wrong[:_WRONG_SHOWN]:
        words = _("Line {line}: {problem}")
        body.add(quiet(words.format(line=formats.show_number(row.line), problem=say(row.problem))))
    if found.wrongs > _WRONG_SHOWN:
        body.add(quiet("…"))
    body.end()
    return body


def _columns() -> list[Column[PreviewedRow]]:
    return [
        Column(_("Street"), _street, width="stretch", tone=_tone, least=180),
        Column(_("Number"), _number, width=70),
        Column(_("Postal code"), _postal, width=90),
        Column(_("Town"), _town, width=120),
        Column(_("Place"), _place, width=190),
    ]


def _street(row: PreviewedRow) -> str:
    return row.found.street_key if row.found is not None else _problem(row)


def _problem(row: PreviewedRow) -> str:
    return say(row.problem) if row.problem is not None else ""


def _tone(row: PreviewedRow) -> str:
    return "attention" if row.problem is not None else ""


def _number(row: PreviewedRow) -> str:
    return row.found.house_number if row.found is not None else ""


def _postal(row: PreviewedRow) -> str:
    return row.found.postal_code if row.found is not None else ""


def _town(row: PreviewedRow) -> str:
    return row.found.city_key if row.found is not None else ""


def _place(row: PreviewedRow) -> str:
    if row.found is None:
        return ""
    first, second, zone = row.found[4:]
    return f"{zone}: {first:.0f} / {second:.0f}" if zone else f"{first:.5f} / {second:.5f}"
