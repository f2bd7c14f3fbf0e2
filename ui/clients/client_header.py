"""The head of a client's card: name, age, languages, and what nobody may miss."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.clients.rules import show_phone
from resources.text import _
from ui.clients.words import age_line, language_names
from ui.style import spacing
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.chips import Chip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from datetime import date

    from app.clients.queries import ClientCard


class ClientHeader(QWidget):
    """Shows one client after another without being built anew."""

    edit_wanted = Signal()
    plan_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nobody."""
        super().__init__(parent)
        self._head = PageHeader("")
        self.name = self._head.title.selectable()
        self.line = self._head.subtitle.selectable()
        self.protected = Banner("danger", _("The address is protected: tell it to nobody."))
        self.hint = Banner("attention", "")
        self.edit_button = plain_button(_("Change"), "edit")
        self.edit_button.setToolTip(_("Change the card (F2)"))
        self.edit_button.clicked.connect(self.edit_wanted)
        self.plan_button = primary_button(_("Plan visit"), "visiting")
        self.plan_button.clicked.connect(self.plan_wanted)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, spacing(6))
        self._languages: list[Chip] = []
        self._shown: tuple[str, ...] = ()
        self._arrange()

    def show_card(self, card: ClientCard, today: date) -> None:
        """Show a client as of a day."""
        self._head.set_title(card.name)
        phone = show_phone(card.phone or card.mobile, card.address.country)
        line = age_line(card.birth, today)
        self._head.set_subtitle(f"{line} · {phone}" if phone else line)
        self.protected.setVisible(card.address_protected)
        self.hint.set_text(card.hint)
        self.hint.setVisible(bool(card.hint))
        self._show_languages(tuple(language_names(card)))

    def _arrange(self) -> None:
        self._head.add_action(self.edit_button)
        self._head.add_action(self.plan_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        for part in (self._head, self._chips, self.protected, self.hint):
            layout.addWidget(part)

    def _show_languages(self, names: tuple[str, ...]) -> None:
        if names == self._shown:
            return
        self._shown = names
        for _missing in range(len(names) - self._flow.count()):
            self._languages.append(Chip(""))
            self._flow.addWidget(self._languages[-1])
        # Each chip that appears in sight would have the whole page laid out.
        self._chips.hide()
        for chip, name in zip_longest(self._languages, names):
            chip.set_text(name or "")
            chip.setVisible(bool(name))
        self._chips.setVisible(bool(names))
        self._chips.setAccessibleName(_("Speaks {languages}").format(languages=", ".join(names)))
        self._chips.updateGeometry()
