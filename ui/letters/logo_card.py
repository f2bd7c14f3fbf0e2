"""The logo of the office: chosen from a file, described for those who cannot see it, removed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from app.letters.letterhead.actions import choose_logo, describe_logo, remove_logo
from app.letters.letterhead.queries import logo_row
from app.letters.letterhead.rules import HIGHEST, MOST_BYTES, WIDEST
from resources.text import _, say
from ui.style import length, spacing
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.fields import TextField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.form import Form
from ui.widgets.labels import quiet

if TYPE_CHECKING:
    from app.errors import Refused, Unavailable
    from app.letters.letterhead.rules import LogoRow
    from ui.desk import Desk

_SHOWN = 3
"""Pixels of the picture for one on the screen."""


class LogoCard(Card):
    """Nothing is printed before the picture has words."""

    said = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the card; it is filled by `refresh`."""
        super().__init__(_("Logo"), "", parent)
        self._desk = desk
        self._content = b""
        self._has_logo = False
        self.picture = QLabel()
        self.words = TextField()
        self.form = Form()
        self.form.add(
            "words", _("What the logo shows"), self.words,
            hint=_("Read aloud instead of the picture, such as “Logo of the city”."),
        )  # fmt: skip
        self.choose_button = plain_button(_("Choose a picture …"), "open")
        self.save_button = primary_button(_("Save the logo"), "save")
        self.remove_button = quiet_button(_("Remove"), "bin")
        buttons = QWidget()
        row = FlowLayout(buttons, spacing(8))
        for button in (self.choose_button, self.save_button, self.remove_button):
            row.addWidget(button)
        self.add(quiet(_("A PNG or JPEG file of at most 2 MB; it stays in the encrypted office.")))
        for part in (self.picture, self.form, buttons):
            self.add(part)
        self.choose_button.clicked.connect(self.choose)
        self.save_button.clicked.connect(self.save)
        self.remove_button.clicked.connect(self.remove)
        self._show(None)

    def refresh(self) -> None:
        """Ask for the logo; what is being changed stays."""
        if not self._content and not self.form.is_dirty():
            self._desk.ask(logo_row).then(self._on_found)

    def choose(self) -> None:
        """Ask for a file."""
        filters = _("Pictures (*.png *.jpg *.jpeg)")
        chosen, _filter = QFileDialog.getOpenFileName(self, _("Choose a picture"), "", filters)
        if chosen:
            self._desk.run(_read, Path(chosen)).then(self.take)

    def take(self, content: bytes) -> None:
        """Show a picture that is not kept yet."""
        self._content = content
        self._show_picture(content)
        self.save_button.setEnabled(True)
        self.words.setFocus()

    def save(self) -> None:
        """Keep the chosen picture, or only its new words."""
        self.save_button.setEnabled(False)
        if self._content or not self._has_logo:
            act = self._desk.act(choose_logo, self._content, self.words.value())
        else:
            act = self._desk.act(describe_logo, self.words.value())
        act.then(self._on_saved).if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def remove(self) -> None:
        """Print letters without it from now on."""
        self._content = b""
        self._desk.act(remove_logo).then(self._on_removed)

    def _on_found(self, logo: LogoRow | None) -> None:
        self._show(logo)

    def _on_saved(self, _nothing: None) -> None:
        self._content = b""
        self.form.clear_problems()
        self.form.keep()
        self.said.emit(_("The logo is saved."))
        self.refresh()

    def _on_removed(self, _nothing: None) -> None:
        self._show(None)
        self.said.emit(_("The logo is removed."))

    def _on_refused(self, refused: Refused) -> None:
        self.save_button.setEnabled(True)
        self.form.show_problems(refused.problems)

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.save_button.setEnabled(True)
        self.said.emit(say(trouble.problem))

    def _show(self, logo: LogoRow | None) -> None:
        self._has_logo = logo is not None
        self.words.set_value(logo.words if logo else "")
        self.form.clear_problems()
        self.form.keep()
        self._show_picture(logo.png if logo else b"")
        self.remove_button.setVisible(self._has_logo)
        self.save_button.setEnabled(True)
        words = _("Choose another picture …") if logo else _("Choose a picture …")
        self.choose_button.setText(words)

    def _show_picture(self, content: bytes) -> None:
        shown = QPixmap()
        shown.loadFromData(content)
        if not shown.isNull():
            shown = shown.scaled(
                length(WIDEST // _SHOWN),
                length(HIGHEST // _SHOWN),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        self.picture.setPixmap(shown)
        self.picture.setVisible(not shown.isNull())
        self.picture.setAccessibleName(self.words.value())


def _read(file: Path) -> bytes:
    """Read a file, no further than one byte too much."""
    with file.open("rb") as opened:
        return opened.read(MOST_BYTES + 1)
