"""The office's own distances between districts: those written down, and a line for one more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.areas.distances import DistanceDetails, distances, remove_distance, save_distance
from app.areas.queries import area_choices
from resources.text import _, say
from ui.areas.words import area_name
from ui.style import length, spacing
from ui.visiting.day_plan.words import kilometres_words
from ui.widgets.buttons import icon_button, plain_button
from ui.widgets.card import Card
from ui.widgets.decimal_field import DecimalField
from ui.widgets.fields import ChoiceField
from ui.widgets.form import Form
from ui.widgets.labels import quiet
from ui.widgets.number_field import NumberField
from ui.widgets.question import Question
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from uuid import UUID

    from app.areas.distances import DistanceRow
    from app.areas.queries import AreaGroup
    from app.errors import Refused
    from ui.desk import Desk


class DistancesDialog(Question):
    """Stays open; every line is kept at once and can be taken back."""

    said = Signal(str, object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Ask which districts and distances there are."""
        sentence = _(
            "Where you write nothing down, ways are reckoned from the districts. One from a "
            "district to itself counts within it."
        )
        super().__init__(parent, _("Distances"), sentence, _("Close"))
        self.desk = desk
        self._cancel_button.hide()
        self._kept: DistanceDetails | None = None
        self.form = Form()
        self.here: ChoiceField[UUID | None] = ChoiceField([(None, _("Choose a district"))])
        self.there: ChoiceField[UUID | None] = ChoiceField([(None, _("Choose a district"))])
        self.minutes, self.kilometres = NumberField(), DecimalField(1)
        self.form.begin_row()
        self.form.add("from_area", _("From"), self.here)
        self.form.add("to_area", _("To"), self.there)
        self.form.end_row()
        self.form.begin_row()
        self.form.add("minutes", _("Minutes"), self.minutes)
        self.form.add("kilometres", _("Kilometres"), self.kilometres)
        self.form.end_row()
        self.save_button = plain_button(_("Save distance"), "save")
        # Enter saves what is typed; it must not close the window over it.
        self.verb_button.setAutoDefault(False)
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        self.rows = Card(_("Written down"))
        body = ScrollBody()
        body.add(self.rows)
        body.end()
        body.setMinimumHeight(length(160))
        self.body.addWidget(self.form)
        self.body.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(body, 1)
        self.form.focus_field("from_area")
        self.desk.ask(area_choices).then(self._on_areas)
        self._ask_rows()

    def sizeHint(self) -> QSize:
        """Be wide enough for two districts side by side."""
        return super().sizeHint().expandedTo(QSize(length(520), length(480)))

    def save(self) -> None:
        """Keep what is typed."""
        if not self.form.check():
            return
        details = DistanceDetails(
            self.here.value(), self.there.value(), self.minutes.number(), self.kilometres.parts()
        )
        self._kept = details
        pending = self.desk.act(save_distance, details).then(self._on_saved)
        pending.if_refused(self._on_refused)

    def _ask_rows(self) -> None:
        self.desk.ask(distances).then(self._on_rows)

    def _on_areas(self, groups: tuple[AreaGroup, ...]) -> None:
        areas = [area for group in groups for area in (group.areas or (group.district,)) if area]
        options: list[tuple[UUID | None, str]] = [(None, _("Choose a district"))]
        options += [(area.id, area_name(area)) for area in areas]
        for field in (self.here, self.there):
            field.set_options(options)

    def _on_rows(self, rows: tuple[DistanceRow, ...]) -> None:
        self.rows.clear()
        for row in rows:
            self.rows.add(self._line(row))
        if not rows:
            self.rows.add(quiet(_("Nothing is written down yet.")))

    def _line(self, row: DistanceRow) -> QWidget:
        line, way = QWidget(), f"{row.from_name} – {row.to_name}"
        words = _("{way}: {minutes} min, {far}").format(
            way=way, minutes=row.minutes, far=kilometres_words(row.kilometres)
        )
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        layout.addWidget(quiet(words), 1)
        remove = icon_button("bin", _("Strike out {way}").format(way=way))
        remove.setProperty("distance", row)
        remove.clicked.connect(self._on_remove_clicked)
        layout.addWidget(remove)
        return line

    def _on_remove_clicked(self) -> None:
        row: DistanceRow = self.sender().property("distance")
        pending = self.desk.act(remove_distance, row.from_area, row.to_area)
        pending.then(self._on_removed).if_refused(self._on_refused)

    def _on_removed(self, was: DistanceDetails) -> None:
        self.said.emit(_("The distance is struck out."), partial(self._restore, was))
        self._ask_rows()

    def _restore(self, was: DistanceDetails) -> None:
        self.desk.act(save_distance, was).then(self._on_restored)

    def _on_restored(self, _before: DistanceDetails | None) -> None:
        self._ask_rows()

    def _on_saved(self, before: DistanceDetails | None) -> None:
        undo = partial(self._undo, self._kept, before)
        self.said.emit(_("The distance is saved."), undo)
        self.minutes.set_value("")
        self.kilometres.set_value("")
        self.form.clear_problems()
        self.form.focus_field("to_area")
        self._ask_rows()

    def _undo(self, kept: DistanceDetails | None, before: DistanceDetails | None) -> None:
        if before is not None:
            self.desk.act(save_distance, before).then(self._on_restored)
        elif kept is not None and kept.from_area is not None and kept.to_area is not None:
            pending = self.desk.act(remove_distance, kept.from_area, kept.to_area)
            pending.then(self._on_restored)

    def _on_refused(self, refused: Refused) -> None:
        known = {"from_area", "to_area", "minutes", "kilometres"}
        if all(problem.field in known for problem in refused.problems):
            self.form.show_problems(refused.problems)
        else:
            self.said.emit(" ".join(say(problem) for problem in refused.problems), None)
