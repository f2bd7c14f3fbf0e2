"""The tally of a busy morning, on one screen and with the keyboard alone.

Each stroke is saved at once under a key of its own: a crash loses none, and none counts twice.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.mobile_advice.advice.figures import age_bands
from app.mobile_advice.advice.queries import tally_sheet
from app.mobile_advice.advice.rows import TallyStroke
from app.mobile_advice.advice.rules import KIND_LABELS, TOPICS, TallyMark
from app.mobile_advice.advice.tallying import count_advice, uncount_advice
from resources.text import _, ngettext, say
from ui.codes.code_book import book
from ui.mobile_advice.advice.tally_table import TallyRow, TallyTable
from ui.mobile_advice.advice.words import band_words, stop_words
from ui.mobile_advice.wrapping import Wrapping
from ui.style import row_height, spacing
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import quiet, title
from ui.widgets.loading import StateStack
from ui.widgets.page import Page

if TYPE_CHECKING:
    from uuid import UUID

    from app.errors import Refused, Unavailable
    from app.mobile_advice.advice.rows import TallySheet
    from ui.desk import Desk, Pending
    from ui.widgets.page import Place


_LEAST_ROWS = 6
"""Rows of a column, its head among them, that are in sight in large type as well."""


class TallyPage(Page):
    """Three columns: what it was about, how old, where from; what is not said stays so."""

    features: ClassVar[frozenset[str]] = frozenset({"advice", "tours", "codes", "areas"})

    def __init__(self, desk: Desk) -> None:
        """Build the columns; nothing is asked before `refresh`."""
        super().__init__(desk)
        self._strokes: dict[UUID, TallyStroke] = {}
        self._done: list[tuple[TallyStroke, bool]] = []
        self._waiting = 0
        self._areas: tuple[tuple[UUID, str], ...] = ()
        self.total = title("")
        self.told = quiet("")
        self.stop: ChoiceField[Any] = ChoiceField([(None, _("At no stop"))])
        self.stop.setAccessibleName(_("Stop"))
        kinds = [(kind.value, _(words)) for kind, words in KIND_LABELS.items()]
        self.kind: ChoiceField[str] = ChoiceField(kinds)
        self.kind.setAccessibleName(_("Way"))
        self.plus_button = primary_button(_("Count one more"), "add")
        self.minus_button = plain_button(_("Take one back"), "minus")
        self.undo_button = quiet_button(_("Undo"), "undo")
        self.topics = TallyTable(_("Topics"))
        self.ages = TallyTable(_("Age"))
        self.places = TallyTable(_("Lives in"))
        self.columns = (self.topics, self.ages, self.places)
        self._content = QWidget()
        self.state = StateStack(self._content)
        self._arrange()
        self._connect()

    def refresh(self) -> None:
        """Ask for today's strokes, unless some are still on their way."""
        if not self._waiting:
            asked = self.desk.ask(tally_sheet, self.desk.local_now.date())
            asked.then(self._on_sheet).if_unavailable(self._on_failed)

    def show_place(self, place: Place) -> None:
        """Show the tally."""
        del place
        self.refresh()
        self.topics.setFocus()

    def first_focus(self) -> QWidget | None:
        """Begin at the topics."""
        return self.topics

    def is_waiting(self) -> bool:
        """Answer whether a stroke is still on its way to the office."""
        return self._waiting > 0

    def count(self) -> None:
        """Count one more of what is marked; age and district are asked anew for the next."""
        stroke = TallyStroke(
            uuid4(),
            str(self.topics.value() or ""),
            str(self.ages.value() or ""),
            self.places.value(),  # type: ignore[arg-type] # the key of an area, or None
            self.kind.value(),
            self.stop.value(),
        )
        self._add(stroke)
        self._done.append((stroke, True))
        for column in (self.ages, self.places):
            column.choose_first()
        self._show()

    def take_back(self) -> None:
        """Take the last stroke of the marked row back, in the column that has the keyboard."""
        column = next((one for one in self.columns if one.hasFocus()), self.topics)
        at, key = self.columns.index(column), column.value()
        fitting = [one for one in self._shown() if _keys(one)[at] == key]
        if not fitting:
            self.said.emit(_("Nothing is counted in this row."), None)
            return
        self._remove(fitting[-1])
        self._done.append((fitting[-1], False))
        self._show()

    def undo(self) -> None:
        """Take back what was done last, whether it was counted or taken back."""
        if self._done:
            stroke, was_added = self._done.pop()
            if was_added:
                self._remove(stroke)
            else:
                self._add(stroke)
            self._show()

    def _arrange(self) -> None:
        head = QVBoxLayout()
        head.setSpacing(spacing(2))
        head.addWidget(self.total)
        head.addWidget(self.told)
        buttons = Wrapping((self.plus_button, self.minus_button, self.undo_button))
        where = QHBoxLayout()
        where.setSpacing(spacing(12))
        where.addWidget(self.stop, 2)
        where.addWidget(self.kind, 1)
        tables = QHBoxLayout()
        tables.setSpacing(spacing(12))
        for column, share in zip(self.columns, (4, 3, 4), strict=True):
            column.setMinimumHeight(row_height() * _LEAST_ROWS)
            tables.addWidget(column, share)
        keys = _("Up and down choose a row, left and right a column. + counts, - takes back.")
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(spacing(12))
        inner.addLayout(head)
        inner.addLayout(where)
        inner.addWidget(buttons)
        inner.addLayout(tables, 1)
        inner.addWidget(quiet(keys))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.state)

    def _connect(self) -> None:
        for column in self.columns:
            column.counted.connect(self.count)
            column.taken_back.connect(self.take_back)
            column.left.connect(self._on_left)
        self.plus_button.clicked.connect(self.count)
        self.minus_button.clicked.connect(self.take_back)
        self.undo_button.clicked.connect(self.undo)
        self.undo_button.setToolTip(_("Undo (Ctrl+Z)"))
        self.stop.changed.connect(self._show)
        self.state.retried.connect(self.refresh)
        undo = QShortcut(QKeySequence("Ctrl+Z"), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self.undo)

    def _on_sheet(self, sheet: TallySheet) -> None:
        if self._waiting:
            return
        self._areas = sheet.areas
        self._strokes = {stroke.id: stroke for stroke in sheet.strokes}
        stops = [(stop.id, stop_words(stop)) for stop in sheet.stops]
        first = self.stop.count() == 1
        self.stop.set_options([(None, _("At no stop")), *stops])
        here = next((stop.id for stop in sheet.stops if stop.halt_id is not None), None)
        if first and here is not None:
            self.stop.set_value(here)
        self._show()
        self.state.show_content()

    def _show(self) -> None:
        shown = self._shown()
        counts = [Counter(_keys(one)[at] for one in shown) for at in range(len(self.columns))]
        rows: tuple[list[tuple[object, str]], ...] = (
            [*book.offered(TOPICS)],
            [(band.code, band_words(band.code)) for band in age_bands()],
            [*self._areas],
        )
        for column, known, counted in zip(self.columns, rows, counts, strict=True):
            empty: object = None if column is self.places else ""
            lines = [(empty, _("Not said")), *known]
            column.show_counts([TallyRow(key, words, counted[key]) for key, words in lines])
        count = len(shown)
        here = ngettext("{count} contact here today", "{count} contacts here today", count)
        self.total.setText(here)
        whole = len(self._strokes)
        self.told.setText(
            ngettext("{count} counted today in all", "{count} counted today in all", whole)
        )
        self.undo_button.setEnabled(bool(self._done))

    def _shown(self) -> list[TallyStroke]:
        stop = self.stop.value()
        return [one for one in self._strokes.values() if one.stop_id == stop]

    def _add(self, stroke: TallyStroke) -> None:
        self._strokes[stroke.id] = stroke
        mark = TallyMark(stroke.topic, stroke.age_band, stroke.area_id, stroke.kind, stroke.stop_id)
        self._send(self.desk.act(count_advice, stroke.id, mark))

    def _remove(self, stroke: TallyStroke) -> None:
        self._strokes.pop(stroke.id, None)
        self._send(self.desk.act(uncount_advice, stroke.id))

    def _send(self, pending: Pending[UUID]) -> None:
        self._waiting += 1
        self.saved_state.emit("saving")
        pending.then(self._on_kept)
        pending.if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def _on_kept(self, _contact: UUID) -> None:
        self._waiting -= 1
        if not self._waiting:
            self.saved_state.emit("saved")

    def _on_refused(self, refused: Refused) -> None:
        self._failed(" ".join(say(problem) for problem in refused.problems))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())

    def _failed(self, sentence: str) -> None:
        """Say what was not kept, and show what the office has."""
        self._waiting -= 1
        self._done.clear()
        self.said.emit(sentence, None)
        self.saved_state.emit("")
        self.refresh()

    def _on_failed(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())

    def _on_left(self, step: int) -> None:
        at = next((at for at, one in enumerate(self.columns) if one.hasFocus()), 0)
        self.columns[(at + step) % len(self.columns)].setFocus(Qt.FocusReason.TabFocusReason)


def _keys(stroke: TallyStroke) -> tuple[object, object, object]:
    return stroke.topic, stroke.age_band, stroke.area_id
