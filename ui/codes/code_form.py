"""The form of one word of a code list, in three languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.codes.actions import save_code, switch_code
from app.codes.rules import LONGEST_LABEL, Code, Labels
from resources.text import _, say
from ui.codes.code_book import word_of
from ui.style import spacing
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import TextField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.form import Form
from ui.widgets.labels import heading, quiet

if TYPE_CHECKING:
    from app.codes.rules import CodeList
    from app.errors import Refused, Unavailable
    from ui.desk import Desk


class CodeForm(QStackedWidget):
    """Empty until a word is chosen or added."""

    saved = Signal(str)
    """A sentence for the toast."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin with nothing chosen."""
        super().__init__(parent)
        self._desk = desk
        self._codes: CodeList | None = None
        self._code: Code | None = None
        self._head = heading("")
        self._delivered = quiet("")
        self._trouble = Banner("danger", "")
        self._trouble.hide()
        self.de, self.da, self.en = (TextField(LONGEST_LABEL) for _language in range(3))
        self.form = Form()
        self.save_button = primary_button(_("Save word"))
        self.switch_button = plain_button(_("Offer no longer"))
        self.addWidget(EmptyState(_("Choose a word to rename it, or add one."), icon="edit"))
        self._content = self._build()
        self.addWidget(self._content)
        self.save_button.clicked.connect(self.save)
        self.switch_button.clicked.connect(self.switch)

    def _build(self) -> QWidget:
        self.form.add("de", _("German"), self.de, optional=True)
        self.form.add("da", _("Danish"), self.da, optional=True)
        self.form.add("en", _("English"), self.en, optional=True)
        card = Card()
        for part in (self._head, self._delivered, self._trouble, self.form):
            card.add(part)
        row = FlowLayout(gap=spacing(8))
        row.addWidget(self.save_button)
        row.addWidget(self.switch_button)
        card.add(row)
        card.add(quiet(_("Where a word was used it stays readable, also when it is not offered.")))
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card)
        layout.addStretch(1)
        return content

    def begin(self, codes: CodeList, code: Code | None) -> None:
        """Show a word, or an empty form for a new one."""
        self._codes, self._code = codes, code
        self._trouble.hide()
        self.form.clear_problems()
        labels = code.labels if code else Labels()
        for field, said in ((self.de, labels.de), (self.da, labels.da), (self.en, labels.en)):
            field.set_value(said)
        self._head.setText(word_of(code) if code else _("New word"))
        delivered = _(code.delivered) if code and code.delivered else ""
        self._delivered.setText(_("Delivered as: {word}").format(word=delivered))
        self._delivered.setVisible(bool(delivered))
        self.switch_button.setVisible(code is not None)
        is_active = code is None or code.is_active
        self.switch_button.setText(_("Offer no longer") if is_active else _("Offer again"))
        self._show_busy(busy=False)
        self.setCurrentWidget(self._content)

    def close_form(self) -> None:
        """Show that nothing is chosen."""
        self.setCurrentIndex(0)

    def save(self) -> None:
        """Save the word; problems are shown beside the fields."""
        if self._codes is None or not self.save_button.isEnabled() or not self.form.check():
            return
        self._show_busy(busy=True)
        code, version = (self._code.code, self._code.version) if self._code else ("", 0)
        labels = Labels(self.de.value(), self.da.value(), self.en.value())
        pending = self._desk.act(save_code, self._codes, code, version, labels)
        pending.then(self._on_saved).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def switch(self) -> None:
        """Offer the word, or no longer."""
        if self._codes is None or self._code is None:
            return
        self._show_busy(busy=True)
        one = self._code
        pending = self._desk.act(
            switch_code, self._codes, one.code, one.version, is_active=not one.is_active
        )
        pending.then(self._on_saved).if_refused(self._on_refused)
        pending.if_unavailable(self._on_unavailable)

    def _show_busy(self, *, busy: bool) -> None:
        self.save_button.setEnabled(not busy)
        self.switch_button.setEnabled(not busy)

    def _on_saved(self, _code: str) -> None:
        self.close_form()
        self.saved.emit(_("The list is saved."))

    def _on_refused(self, refused: Refused) -> None:
        self._show_busy(busy=False)
        self.form.show_problems(refused.problems)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._show_busy(busy=False)
        self._trouble.set_text(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())
        self._trouble.show()
