"""A dialog is a question with a typed answer; its buttons are verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from resources.text import _
from ui.style import length, margins, spacing
from ui.widgets.buttons import danger_button, plain_button, primary_button
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form import Form
from ui.widgets.labels import Label, heading
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from ui.widgets.input import Input

T = TypeVar("T")


class Question(QDialog):
    """A title, a sentence, what is asked, and the two buttons."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        sentence: str,
        verb: str,
        *,
        cancel: str = "",
        is_danger: bool = False,
    ) -> None:
        """Ask `title`; `verb` is the button that says yes."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleDescription(sentence)
        self.setMinimumWidth(length(360))
        self.body = QVBoxLayout()
        self.body.setSpacing(spacing(12))
        self.verb_button = danger_button(verb) if is_danger else primary_button(verb)
        self._cancel_button = plain_button(cancel or _("Cancel"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*margins(24))
        layout.setSpacing(spacing(16))
        layout.addWidget(heading(title))
        if sentence:
            layout.addWidget(Label(sentence))
        layout.addLayout(self.body)
        layout.addLayout(self._buttons())
        first: QPushButton = self._cancel_button if is_danger else self.verb_button
        first.setDefault(True)
        first.setFocus()

    @staticmethod
    def confirm(
        parent: QWidget | None,
        title: str,
        sentence: str,
        verb: str,
        *,
        cancel: str = "",
        is_danger: bool = False,
    ) -> bool:
        """Ask for a yes; answer whether it was given."""
        asked = Question(parent, title, sentence, verb, cancel=cancel, is_danger=is_danger)
        return asked.exec() == QDialog.DialogCode.Accepted

    @staticmethod
    def ask_text(
        parent: QWidget | None,
        title: str,
        label: str,
        verb: str,
        *,
        value: str = "",
        sentence: str = "",
    ) -> str | None:
        """Ask for a line of text; None when the user cancelled."""
        asked, field = Question(parent, title, sentence, verb), TextField()
        field.set_value(value)
        asked._ask(label, field)
        return field.value() if asked.exec() == QDialog.DialogCode.Accepted else None

    @staticmethod
    def ask_choice(
        parent: QWidget | None,
        title: str,
        label: str,
        options: Sequence[tuple[T, str]],
        verb: str,
        *,
        sentence: str = "",
    ) -> T | None:
        """Ask for one of several values; None when the user cancelled."""
        asked, field = Question(parent, title, sentence, verb), ChoiceField(options)
        asked._ask(label, field)
        return field.value() if asked.exec() == QDialog.DialogCode.Accepted else None

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as what is asked needs: Qt stops at two thirds of the screen."""
        super().showEvent(event)
        self._grow()

    def event(self, event: QEvent) -> bool:
        """Grow when more is asked, such as for what names are needed."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._grow()
        return done

    def _grow(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        needed = layout.totalHeightForWidth(self.width())
        most = self.screen().availableGeometry().height()
        if needed > self.height() and self.height() < most:
            self.resize(self.width(), min(needed, most))

    def _ask(self, label: str, field: Input) -> None:
        form = Form()
        form.add("answer", label, field)
        self.body.addWidget(form)
        form.focus_field("answer")

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(spacing(8))
        row.addStretch()
        row.addWidget(self._cancel_button)
        row.addWidget(self.verb_button)
        row.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._cancel_button.clicked.connect(self.reject)
        self.verb_button.clicked.connect(self.accept)
        return row
