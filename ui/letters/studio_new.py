"""Asks what a new template is called and in which language it is written first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from app.letters.composing.rules import TONGUES
from app.letters.studio.rules import check_new
from resources.text import _
from ui.letters.words import language_name
from ui.widgets.fields import ChoiceField, TextField
from ui.widgets.form import Form
from ui.widgets.question import Question

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class NewTemplate(Question):
    """Title and language; a title that cannot be kept is said beside it."""

    def __init__(self, parent: QWidget | None) -> None:
        """Ask for both."""
        super().__init__(parent, _("New template"), "", _("Begin"))
        self.form = Form()
        self.title, self.language = TextField(), _language_choice()
        self.form.add("title", _("Title"), self.title)
        self.form.add("language", _("Written first in"), self.language)
        self.body.addWidget(self.form)
        self.form.focus_field("title")

    def accept(self) -> None:
        """Close when the answer can be kept."""
        problems = check_new(self.title.value(), self.language.value())
        if problems:
            self.form.show_problems(problems)
        else:
            super().accept()


def ask_new_template(parent: QWidget) -> tuple[str, str] | None:
    """Answer title and language; None when the user cancelled."""
    asked = NewTemplate(parent)
    is_wanted = asked.exec() == QDialog.DialogCode.Accepted
    return (asked.title.value(), asked.language.value()) if is_wanted else None


def _language_choice() -> ChoiceField[str]:
    return ChoiceField([(tag, language_name(tag)) for tag in TONGUES])
