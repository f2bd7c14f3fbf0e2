"""Second step of making an office: the letterhead, which may be filled in later."""

from __future__ import annotations

from dataclasses import replace

from app.admin.rules import NewOffice, check_office
from resources.text import _
from ui.admin.letterhead_form import LetterheadFields
from ui.admin.step_page import StepPage
from ui.widgets.form import Form


class LetterheadStep(StepPage):
    """The address and numbers that letters show."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__(
            2,
            _("What is printed on your letters?"),
            _("You can fill this in later, too: More, then Office and letterhead."),
        )
        self._office = NewOffice(name="", country="")
        self.form = Form()
        self.fields = LetterheadFields(self.form)
        self.column.addWidget(self.form)
        self.finish_column()

    def begin(self) -> None:
        """Come to this step."""
        self.form.focus_field("sender")

    def go_on(self) -> None:
        """Go on when what was typed can stand on a letter."""
        problems = check_office(self.values())
        self.form.clear_problems()
        if problems:
            self.form.show_problems(problems)
        else:
            self.went_on.emit()

    def add_to(self, office: NewOffice) -> None:
        """Take over the first step's values, which the country's rules are checked with."""
        self._office = office

    def values(self) -> NewOffice:
        """Answer the office with its letterhead."""
        return replace(self._office, **self.fields.values())
