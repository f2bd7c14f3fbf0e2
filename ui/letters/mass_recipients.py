"""Whom a mailing goes to: a saved view or a list, narrowed down by area, language and age."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.clients.languages import language_name
from app.clients.rules import Narrowing
from app.letters.mass.rules import ListQuery, check_query
from resources.text import _, language, say
from ui.picking.people_selection import Selection, kinds, statuses
from ui.widgets.fields import ChoiceField, TextField
from ui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.clients.rules import ClientFilter, PersonStatus
    from app.exchange.views.rules import SavedViewRow
    from app.letters.mass.narrowing import Offered

_AGE_DIGITS = 3
_LETTERS = 8
"""A choice is at least so many letters wide: two stand side by side on a small screen."""
COHORTS = (75, 80)
"""Ages that are a reason to write in their year: serviceloven § 79 a, and its German cousins."""


class MassRecipients(QWidget):
    """Begins with the list that somebody came from."""

    changed = Signal()

    def __init__(self, query: ListQuery, parent: QWidget | None = None) -> None:
        """Show a list as it was narrowed down."""
        super().__init__(parent)
        self._typed = query.typed
        self._views: Sequence[SavedViewRow] = ()
        self.view: ChoiceField[int] = ChoiceField([(-1, _("No saved view"))])
        self.kind: ChoiceField[ClientFilter] = ChoiceField(kinds())
        self.status: ChoiceField[PersonStatus | None] = ChoiceField(statuses())
        self.area: ChoiceField[str] = ChoiceField([("", _("Everywhere"))])
        self.speaks: ChoiceField[str] = ChoiceField([("", _("Any language"))])
        self.turns: ChoiceField[int | None] = ChoiceField(_cohorts())
        for choice in (self.kind, self.status, self.area, self.speaks):
            choice.setMinimumContentsLength(_LETTERS)
            choice.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self.age_from, self.age_to = TextField(_AGE_DIGITS), TextField(_AGE_DIGITS)
        self.form = self._build_form()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        self.kind.set_value(query.kind)
        self.status.set_value(query.status)
        ages = query.age_from, query.age_to
        self._take(Narrowing(query.area, query.speaks, query.responsible, *ages))
        self.form.changed.connect(self._on_changed)
        self.view.changed.connect(self._on_view_chosen)

    def offer(self, found: Offered) -> None:
        """Offer the areas and languages that there are."""
        here = language()
        with QSignalBlocker(self.form):
            names = [(name, name) for name in found.areas]
            _offer(self.area, _("Everywhere"), names)
            tongues = [(tag, language_name(tag, here)) for tag in found.tongues]
            _offer(self.speaks, _("Any language"), tongues)

    def offer_views(self, views: Sequence[SavedViewRow]) -> None:
        """Offer the saved views of the list of people."""
        self._views = views
        with QSignalBlocker(self.view):
            named = [(at, row.title) for at, row in enumerate(views)]
            self.view.set_options([(-1, _("No saved view")), *named])
        self.form.field("view").setVisible(bool(views))

    def query(self) -> ListQuery | None:
        """Answer the list; None while an age is not understood, which is said at its field."""
        found = ListQuery(
            kind=self.kind.value(),
            status=self.status.value(),
            typed=self._typed,
            area=self.area.value(),
            speaks=self.speaks.value(),
            age_from=_number(self.age_from),
            age_to=_number(self.age_to),
            turns=self.turns.value(),
            responsible=self._responsible,
        )
        problems = check_query(found)
        said = {problem.field: say(problem) for problem in problems}
        for name in ("age_from", "age_to"):
            # Beside the field alone: the keyboard stays where somebody types.
            self.form.field(name).show_problem(said.get(name, ""))
        return None if problems else found

    def words(self) -> str:
        """Answer whom it goes to, as the log of the office keeps it."""
        first = Selection(self.kind.value(), self.status.value(), self._typed).words()
        parts = [first or _("All people")]
        parts += [self.area.currentText()] if self.area.value() else []
        parts += [self.speaks.currentText()] if self.speaks.value() else []
        parts += [self.turns.currentText()] if self.turns.value() is not None else []
        least, most = self.age_from.value().strip(), self.age_to.value().strip()
        if least or most:
            parts.append(_("Age {least}–{most}").format(least=least, most=most))
        if self._responsible:
            parts.append(_("Responsible: {name}").format(name=self._responsible))
        return " · ".join(parts)

    def _build_form(self) -> Form:
        form = Form()
        form.add("view", _("Saved view"), self.view)
        form.begin_row()
        form.add("kind", _("List"), self.kind)
        form.add("status", _("Status"), self.status)
        form.end_row()
        form.begin_row()
        form.add("area", _("Area"), self.area)
        form.add("speaks", _("Language"), self.speaks)
        form.end_row()
        form.add("turns", _("Cohort"), self.turns)
        form.begin_row()
        form.add("age_from", _("Age from"), self.age_from, optional=True)
        form.add("age_to", _("Age to"), self.age_to, optional=True)
        form.end_row()
        form.field("view").hide()
        return form

    def _on_view_chosen(self) -> None:
        """Take what a saved view is narrowed down to."""
        at = self.view.value()
        if at < 0:
            return
        chosen = Selection.of(self._views[at].view)
        with QSignalBlocker(self.form):
            self.kind.set_value(chosen.kind)
            self.status.set_value(chosen.status)
            self._take(chosen.more)
        self._typed = ""
        self.changed.emit()

    def _take(self, more: Narrowing) -> None:
        """Show an area, a language and ages; the colleague in charge stays without a field."""
        self._responsible = more.responsible
        here = language()
        _offer(self.area, _("Everywhere"), [(more.area, more.area)])
        _offer(self.speaks, _("Any language"), [(more.speaks, language_name(more.speaks, here))])
        self.area.set_value(more.area)
        self.speaks.set_value(more.speaks)
        self.age_from.set_value(more.texts.get("age_from", ""))
        self.age_to.set_value(more.texts.get("age_to", ""))

    def _on_changed(self) -> None:
        self.changed.emit()


def _offer(field: ChoiceField[str], nobody_out: str, options: list[tuple[str, str]]) -> None:
    """Offer other values; what is chosen stays, or letters would go to more people than shown."""
    chosen = (field.value(), field.currentText())
    kept = [] if chosen in options or not chosen[0] else [chosen]
    field.set_options([("", nobody_out), *(one for one in (*options, *kept) if one[0])])


def _cohorts() -> list[tuple[int | None, str]]:
    words = _("Turns {age} this year")
    return [(None, _("Any year of birth")), *((age, words.format(age=age)) for age in COHORTS)]


def _number(field: TextField) -> int | None:
    """Answer a typed age; -1 for what is no number, which no rule lets pass."""
    typed = field.value().strip()
    if not typed:
        return None
    return int(typed) if typed.isascii() and typed.isdigit() else -1
