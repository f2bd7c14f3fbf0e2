"""What is said about a mailing: its name, the lawful basis, the day of posting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.letters.mass.rules import BASIS_LABELS
from app.text_rules import NAME_LENGTH
from resources.text import _
from ui.letters.letter_fields import LetterFields
from ui.widgets.fields import CheckField, ChoiceField, DateField, TextField
from ui.widgets.form import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.errors import Problem
    from app.letters.composing.templates import TemplateRow


class MassFields(QWidget):
    """The template, what it asks for, and what the law asks for."""

    changed = Signal()
    template_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without templates."""
        super().__init__(parent)
        self.template: ChoiceField[str] = ChoiceField()
        self.typed = LetterFields()
        self.title = TextField(NAME_LENGTH)
        bases = [("", _("None chosen")), *((b.value, _(w)) for b, w in BASIS_LABELS.items())]
        self.basis: ChoiceField[str] = ChoiceField(bases)
        self.per_household = CheckField(_("One letter for each household"))
        self.per_household.set_value(True)
        self.confirmed = CheckField(_("Write to protected addresses, too"))
        self.envelopes = CheckField(_("Print envelopes without a window, too"))
        self.posted = DateField()
        self.form = self._build_form()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._which)
        layout.addWidget(self.typed)
        layout.addWidget(self.form)
        self.template.changed.connect(self._on_template)
        self.typed.changed.connect(self.changed)
        self.form.changed.connect(self.changed)

    def offer(self, rows: Sequence[TemplateRow], code: str) -> None:
        """Offer templates; letters about one person alone are none for masses."""
        self.template.set_options([(row.code, _(row.title)) for row in rows])
        self.template.set_value(code)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show problems beside their fields."""
        self.form.show_problems(problems)

    def _build_form(self) -> Form:
        self._which = Form()
        self._which.add("template", _("Letter"), self.template)
        form = Form()
        form.add(
            "title", _("Name of the mailing"), self.title, hint=_("It stands in the office's log.")
        )
        form.add("basis", _("Lawful basis"), self.basis)
        form.add("posted_on", _("Day of posting"), self.posted, optional=True)
        form.add("per_household", "", self.per_household)
        form.add(
            "confirmed_protected",
            "",
            self.confirmed,
            hint=_("Only if nobody else sees these letters and labels."),
        )
        form.add("with_envelopes", "", self.envelopes)
        return form

    def _on_template(self) -> None:
        self.template_chosen.emit(self.template.value())
