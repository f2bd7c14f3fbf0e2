"""What this program is, its version and licence, and the keys that work in it."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QHBoxLayout

from app.settings import log_folder, settings_file
from resources.text import _
from ui.admin.sub_page import SubPage
from ui.widgets.buttons import plain_button
from ui.widgets.card import Card
from ui.widgets.labels import Label, quiet, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class AboutPage(SubPage):
    """A few cards of text that can be copied."""

    def __init__(self, show_keys: Callable[[], object], parent: QWidget | None = None) -> None:
        """Build the page; `show_keys` shows the window's own list of keys."""
        super().__init__(_("About and help"), "", parent)
        self.keys_button = plain_button(_("Show the keys"), "keyboard")
        self.keys_button.clicked.connect(show_keys)
        self._add_keys_card()
        self._add_program_card()
        self.body.end()

    def _add_keys_card(self) -> None:
        card = Card(_("Keys"))
        card.add(text(_("Everything can be done without a mouse. F1 shows the keys anywhere.")))
        row = QHBoxLayout()
        row.addWidget(self.keys_button)
        row.addStretch(1)
        card.add(row)
        self.body.add(card)

    def _add_program_card(self) -> None:
        card = Card(_("Nahbar {version}").format(version=program_version()))
        card.add(text(_("Free software under the European Union Public Licence (EUPL-1.2).")))
        card.add(text(_("Nothing leaves this computer unless you print, save or copy it.")))
        for words in (
            _("Settings: {file}").format(file=settings_file()),
            _("Log without names: {folder}").format(folder=log_folder()),
            f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
        ):
            line: Label = quiet(words)
            card.add(line.selectable())
        self.body.add(card)


def program_version() -> str:
    """Answer the version of the installed program."""
    try:
        return version("nahbar")
    except PackageNotFoundError:
        return ""
