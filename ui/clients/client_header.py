"""The head of a client's card: name, age, languages, and what nobody may miss."""

from __future__ import annotations

from itertools import zip_longest
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from app.clients.rules import PersonStatus, show_phone
from resources.text import _
from ui.clients.words import age_line, spoken_words, status_words
from ui.style import spacing
from ui.widgets.banner import Banner
from ui.widgets.buttons import icon_button, plain_button, primary_button
from ui.widgets.chips import Chip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.page_header import PageHeader
from ui.widgets.status_label import StatusLabel

if TYPE_CHECKING:
    from datetime import date

    from app.clients.queries import ClientCard

_STATUS_LOOKS = MappingProxyType(
    {
        PersonStatus.PAUSED: ("attention", "pause"),
        PersonStatus.MOVED: ("attention", "home"),
        PersonStatus.DECEASED: ("plain", "cancelled"),
    }
)
_GONE = frozenset({PersonStatus.MOVED, PersonStatus.DECEASED})
"""Nobody visits those any more."""


class ClientHeader(QWidget):
    """Shows one client after another without being built anew."""

    edit_wanted = Signal()
    plan_wanted = Signal()
    same_wanted = Signal()
    """Somebody knows that another card is about the same person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nobody."""
        super().__init__(parent)
        self._head = PageHeader("")
        self.name = self._head.title.selectable()
        self.line = self._head.subtitle.selectable()
        self.protected = Banner("danger", _("The address is protected: tell it to nobody."))
        self.hint = Banner("attention", "")
        self.status = StatusLabel("", "attention")
        self.edit_button = plain_button(_("Change"), "edit")
        self.edit_button.setToolTip(_("Change the card (F2)"))
        self.edit_button.clicked.connect(self.edit_wanted)
        self.plan_button = primary_button(_("Plan visit"), "visiting")
        self.plan_button.clicked.connect(self.plan_wanted)
        self.more_button = icon_button("more", _("More about this person"))
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.more_button)
        same = menu.addAction(_("This is the same person as …"))
        same.triggered.connect(self.same_wanted)
        self.more_button.setMenu(menu)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, spacing(6))
        self._languages: list[Chip] = []
        self._shown: tuple[str, ...] = ()
        self._arrange()

    def leave_out(self, pages: frozenset[str]) -> None:
        """Offer nothing that leads to one of these pages."""
        for button, page in ((self.plan_button, "visiting"), (self.more_button, "duplicates")):
            if page in pages:
                button.hide()

    def show_card(self, card: ClientCard, today: date) -> None:
        """Show a client as of a day."""
        phone = show_phone(card.phone or card.mobile, card.address.country)
        line = age_line(card.birth, today)
        self._head.set_words(card.name, f"{line} · {phone}" if phone else line)
        self._show_status(card, today)
        self.protected.setVisible(card.address_protected)
        self.hint.set_text(card.hint)
        self.hint.setVisible(bool(card.hint))
        self._show_languages(tuple(spoken_words(card)))

    def _arrange(self) -> None:
        self._head.add_action(self.more_button)
        self._head.add_action(self.edit_button)
        self._head.add_action(self.plan_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        for part in (self._head, self.status, self._chips, self.protected, self.hint):
            layout.addWidget(part)

    def _show_status(self, card: ClientCard, today: date) -> None:
        """Say at once what keeps visits and letters away; somebody active needs no word."""
        words = " · ".join(filter(None, (status_words(card.standing, today), card.status_note)))
        is_shown = card.standing.status is not PersonStatus.ACTIVE and bool(words)
        if is_shown:
            self.status.set_status(words, *_STATUS_LOOKS[card.standing.status])
        self.status.setVisible(is_shown)
        self.plan_button.setEnabled(card.standing.on(today) not in _GONE)

    def _show_languages(self, names: tuple[str, ...]) -> None:
        if names == self._shown:
            return
        more = len(names) > len(self._shown)
        self._shown = names
        for _missing in range(len(names) - self._flow.count()):
            self._languages.append(Chip(""))
            self._flow.addWidget(self._languages[-1])
        if more:
            # Each chip that appears in sight would have the whole page laid out.
            self._chips.hide()
        for chip, name in zip_longest(self._languages, names):
            chip.set_text(name or "")
            chip.setVisible(bool(name))
        self._chips.setVisible(bool(names))
        self._chips.setAccessibleName(_("Speaks {languages}").format(languages=", ".join(names)))
        self._chips.updateGeometry()
