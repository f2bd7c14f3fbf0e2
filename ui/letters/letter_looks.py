"""How a letter looks: its language, a second one, the print, the layout, whom it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.letters.composing.rules import ARRANGEMENT_LABELS, LAYOUT_LABELS, SIZE_LABELS
from resources.text import _
from ui.letters.words import language_name
from ui.widgets.fields import CheckField, ChoiceField, TextField
from ui.widgets.form import Form
from ui.widgets.section import Section
from ui.widgets.short_text_field import ShortTextField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.letters.composing.queries import WritingOccasion
    from app.letters.composing.rules import Arrangement


_TYPED = ("your_sign", "our_sign", "annotations")


class LetterLooks(QWidget):
    """Begins with what holds for the person and the office."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without languages."""
        super().__init__(parent)
        self.language: ChoiceField[str] = ChoiceField()
        self.second: ChoiceField[str] = ChoiceField()
        both: list[tuple[Arrangement, str]] = [
            ("after", _(ARRANGEMENT_LABELS["after"])),
            ("columns", _(ARRANGEMENT_LABELS["columns"])),
        ]
        self.arrangement: ChoiceField[Arrangement] = ChoiceField(both)
        self.print_size: ChoiceField[str] = ChoiceField([(k, _(v)) for k, v in SIZE_LABELS.items()])
        self.layout_choice: ChoiceField[str] = ChoiceField(
            [(key, _(words)) for key, words in LAYOUT_LABELS.items()]
        )
        self.household = CheckField("")
        self.your_sign, self.our_sign = TextField(), TextField()
        self.annotations = ShortTextField()
        self.form = self._build_form()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        self.form.changed.connect(self._on_changed)

    def offer(self, occasion: WritingOccasion) -> None:
        """Offer what the template has, chosen as the person wants it."""
        names = [(tag, language_name(tag)) for tag in occasion.languages]
        settled = occasion.settled
        with QSignalBlocker(self.form):
            self.language.set_options(names)
            self.second.set_options([("", _("No second one")), *names])
            self.language.set_value(settled.language)
            self.second.set_value(settled.second)
            self.print_size.set_value(settled.size)
            self.layout_choice.set_value(settled.layout)
            words = _("One letter to the household, with {names}")
            self.household.setText(words.format(names=", ".join(occasion.household)))
            self.household.set_value(False)
        self.form.field("to_household").setVisible(bool(occasion.household))
        self._show_arrangement()

    def texts(self) -> dict[str, str]:
        """Answer what is typed here, for a draft: choices follow the person anew."""
        typed = self.form.texts()
        return {name: typed[name] for name in _TYPED}

    def restore(self, texts: Mapping[str, str]) -> None:
        """Put a draft back."""
        with QSignalBlocker(self.form):
            self.form.restore({name: texts[name] for name in _TYPED if name in texts})

    def _build_form(self) -> Form:
        form = Form()
        form.begin_row()
        form.add("language", _("Language"), self.language)
        form.add("second", _("Second language"), self.second)
        form.end_row()
        form.add("arrangement", _("Both languages"), self.arrangement)
        form.begin_row()
        form.add("size", _("Print"), self.print_size)
        form.add("layout", _("Envelope"), self.layout_choice)
        form.end_row()
        form.begin_section(Section(_("References and remarks"), is_open=False))
        form.begin_row()
        form.add("your_sign", _("Their reference"), self.your_sign, optional=True)
        form.add("our_sign", _("Our reference"), self.our_sign, optional=True)
        form.end_row()
        form.add(
            "annotations",
            _("Remarks above the address"),
            self.annotations,
            optional=True,
            hint=_("How it is carried or opened, such as “Einschreiben”; at most three lines."),
        )
        form.end_section()
        form.add("to_household", "", self.household)
        return form

    def _show_arrangement(self) -> None:
        self.form.field("arrangement").setVisible(bool(self.second.value()))

    def _on_changed(self) -> None:
        self._show_arrangement()
        self.changed.emit()
