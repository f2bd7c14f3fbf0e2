"""The first step of an import: which file, and what lists can be read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.exchange.reading.limits import MEGABYTE, MOST_BYTES
from resources.text import _, ngettext
from ui.style import spacing
from ui.widgets.banner import Banner
from ui.widgets.buttons import plain_button, primary_button
from ui.widgets.card import Card
from ui.widgets.labels import quiet, text
from ui.widgets.scroll_body import ScrollBody

_WIDTH = 760


class ImportChoice(ScrollBody):
    """Says what was wrong with the file that was chosen before."""

    file_chosen = Signal(object)
    """The path of a file."""
    held_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer to choose a file."""
        super().__init__(parent, most_width=_WIDTH)
        self.trouble = Banner("danger", "")
        self.trouble.hide()
        self.choose_button = primary_button(_("Choose a file"), "open")
        self.choose_button.clicked.connect(self._on_choose)
        self.add(self.trouble)
        self.add(self._file_card())
        self.held_card = self._held_card()
        self.held_card.hide()
        self.add(self.held_card)
        self.end()

    def show_trouble(self, sentence: str) -> None:
        """Say why a file cannot be read; "" takes it away."""
        self.trouble.set_text(sentence)
        self.trouble.setVisible(bool(sentence))

    def show_held(self, count: int) -> None:
        """Say how many rows of earlier lists wait for a decision."""
        self.held_words.setText(
            ngettext(
                "{count} row of an earlier list looks like somebody you know. Please decide "
                "whether it is the same person.",
                "{count} rows of earlier lists look like somebody you know. Please decide "
                "whether they are the same people.",
                count,
            )
        )
        self.held_card.setVisible(count > 0)

    def _file_card(self) -> Card:
        card = Card(_("A list from a file"))
        card.add(
            text(
                _(
                    "Nahbar reads CSV files, Excel workbooks (.xlsx) and contact cards (.vcf) of "
                    "at most {size} MB. The first row of a list holds the headings."
                ).format(size=MOST_BYTES // MEGABYTE)
            )
        )
        card.add(
            quiet(
                _(
                    "Nothing is stored yet: you see every column and every doubtful row before "
                    "anybody is added, and a backup is made first."
                )
            )
        )
        card.body.addSpacing(spacing(4))
        card.body.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _held_card(self) -> Card:
        card = Card(_("Waiting for a decision"))
        self.held_words = text("")
        self.held_button = plain_button(_("Decide now"), "clients")
        self.held_button.clicked.connect(self.held_wanted)
        card.add(self.held_words)
        card.body.addWidget(self.held_button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _on_choose(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        lists, everything = _("Lists"), _("All files")
        kinds = f"{lists} (*.csv *.txt *.tsv *.xlsx *.vcf);;{everything} (*)"
        chosen, _filter = QFileDialog.getOpenFileName(self, _("Import people"), folder, kinds)
        if chosen:
            self.file_chosen.emit(Path(chosen))
