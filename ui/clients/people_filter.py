"""What the people list can be narrowed down to beside role and status; closed until wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.clients.queries.narrowing import Offered, offered_narrowings
from app.clients.rules import NO_NARROWING, Narrowing, read_narrowing
from app.clients.rules.narrowing import check_ages
from resources.text import _, say
from ui.picking.people_selection import shown_value
from ui.style import spacing
from ui.widgets.buttons import quiet_button
from ui.widgets.columns import name_key
from ui.widgets.fields import ChoiceField, TextField
from ui.widgets.form import Form

if TYPE_CHECKING:
    from ui.desk import Desk

AGE_LENGTH = 3
"""Digits of an age."""


class PeopleFilter(Form):
    """Area, language, colleague and age; `button` opens it and says how many are in use."""

    narrowed = Signal()

    def __init__(self, desk: Desk) -> None:
        """Begin closed, with nobody left out."""
        super().__init__()
        self._desk = desk
        self._now = NO_NARROWING
        self._offered = Offered((), (), ())
        self.button = quiet_button(_("More filters"), "filter")
        self.button.setCheckable(True)
        self.area: ChoiceField[str] = ChoiceField([("", _("Everywhere"))])
        self.speaks: ChoiceField[str] = ChoiceField([("", _("Any language"))])
        self.responsible: ChoiceField[str] = ChoiceField([("", _("Everybody"))])
        self.age_from, self.age_to = TextField(AGE_LENGTH), TextField(AGE_LENGTH)
        self.clear_button = quiet_button(_("Clear filters"), "close")
        self._arrange()
        self._connect()
        self.hide()

    def value(self) -> Narrowing:
        """Answer what the list is narrowed down to; a wrong age counts as none."""
        return self._now

    def set_value(self, more: Narrowing) -> None:
        """Show a narrowing without telling anybody, and open where there is one."""
        for name, field in self._choices().items():
            self._choose(name, field, more.texts.get(name, ""))
        for name, ages in (("age_from", self.age_from), ("age_to", self.age_to)):
            with QSignalBlocker(ages):
                ages.set_value(more.texts.get(name, ""))
        self.clear_problems()
        self._take(more)
        if more.asked:
            self.button.setChecked(True)

    def offer(self, offered: Offered) -> None:
        """Offer what somebody belongs to; what is chosen stays, even when nobody does."""
        self._offered = offered
        for name, field in self._choices().items():
            self._choose(name, field, field.value())

    def load(self) -> None:
        """Ask what can be chosen, while it can be seen."""
        if self.button.isChecked():
            self._desk.ask(offered_narrowings).then(self.offer)

    def clear(self) -> None:
        """Leave nobody out any more."""
        self.set_value(NO_NARROWING)
        self.narrowed.emit()

    def _choices(self) -> dict[str, ChoiceField[str]]:
        return {"area": self.area, "speaks": self.speaks, "responsible": self.responsible}

    def _arrange(self) -> None:
        self.begin_row()
        self.add("area", _("Area"), self.area)
        self.add("speaks", _("Language"), self.speaks)
        self.end_row()
        self.begin_row()
        self.add("responsible", _("Responsible"), self.responsible, stretch=2)
        self.add("age_from", _("Age from"), self.age_from)
        self.add("age_to", _("Age to"), self.age_to)
        self.end_row()
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.clear_button)
        self.add_widget(line)
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(spacing(8))

    def _connect(self) -> None:
        self.button.toggled.connect(self._on_toggled)
        self.clear_button.clicked.connect(self.clear)
        self.changed.connect(self._on_changed)

    def _choose(self, name: str, field: ChoiceField[str], value: str) -> None:
        """Offer what there is below the first, which leaves nobody out, and choose a value."""
        values = {
            "area": self._offered.areas,
            "speaks": self._offered.tongues,
            "responsible": self._offered.colleagues,
        }[name]
        known = values if value in {"", *values} else (*values, value)
        options = [(one, shown_value(name, one)) for one in known]
        if name == "speaks":
            options.sort(key=lambda option: name_key(option[1]))
        with QSignalBlocker(field):
            field.set_options([("", field.itemText(0)), *options])
            field.set_value(value)

    def _take(self, more: Narrowing) -> None:
        self._now = more
        count = len(more.asked)
        words = _("More filters ({count})").format(count=count) if count else _("More filters")
        self.button.setText(words)
        self.clear_button.setVisible(bool(count))

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - as Qt says it
        self.setVisible(on)
        self.load()

    def _on_changed(self) -> None:
        problems = check_ages(self.age_from.value(), self.age_to.value())
        self.clear_problems()
        for problem in problems:
            # Beside the field only: a summary would take the keyboard from who is typing.
            self.field(problem.field).show_problem(say(problem))
        wrong = {problem.field for problem in problems}
        texts = self.texts()
        more = read_narrowing({name: text for name, text in texts.items() if name not in wrong})
        if more != self._now:
            self._take(more)
            self.narrowed.emit()
