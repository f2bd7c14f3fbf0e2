"""What the office knows of places: address files, outlines; reading more in, taking them out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from app.areas.coordinates.actions import remove_address_file
from app.areas.coordinates.looking import look_at
from app.areas.coordinates.outlines import (
    import_outlines,
    outlines,
    read_outlines,
    remove_outlines,
)
from app.areas.coordinates.queries import address_files
from resources.text import _, ngettext, say
from ui import formats
from ui.areas.coordinates.address_dialog import AddressDialog
from ui.style import length, spacing
from ui.widgets.banner import Banner
from ui.widgets.buttons import icon_button, plain_button
from ui.widgets.card import Card
from ui.widgets.labels import quiet, strong, text
from ui.widgets.question import Question
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from app.areas.coordinates.looking import FileLook
    from app.areas.coordinates.outlines import FoundOutlines, OutlineRow
    from app.areas.coordinates.queries import AddressFileRow
    from app.errors import Refused, Unavailable
    from ui.desk import Desk, Pending


class PlacesDialog(Question):
    """Stays open; nothing of it ever leaves this office."""

    said = Signal(str, object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Ask what is known."""
        sentence = _(
            "An official address file tells where stops and homes are. It is read on this "
            "computer; no address is ever asked of anybody outside."
        )
        super().__init__(parent, _("Coordinates"), "", _("Close"))
        self.setAccessibleDescription(sentence)
        self.desk = desk
        self._cancel_button.hide()
        self.verb_button.clicked.connect(self.accept)
        self.trouble = Banner("danger", "")
        self.trouble.hide()
        self.files, self.drawn = Card(_("Address files")), Card(_("Outlines of districts"))
        body = ScrollBody()
        body.body.setSpacing(spacing(12))
        # In large type the sentence alone fills a small window: it scrolls with the rest.
        for part in (text(sentence), self.trouble, self.files, self.drawn):
            body.add(part)
        body.end()
        body.setMinimumHeight(length(60))
        self.body.addWidget(body, 1)
        self.refresh()

    def sizeHint(self) -> QSize:
        """Be wide enough for the name of a file with its source, and no larger than the screen."""
        room = self.screen().availableSize() - QSize(60, 60)
        wanted = super().sizeHint().expandedTo(QSize(length(560), length(480)))
        return wanted.boundedTo(room)

    def refresh(self) -> None:
        """Ask again what is known."""
        self.desk.ask(address_files).then(self._on_files)
        self.desk.ask(outlines).then(self._on_outlines)

    def read_file(self, file: Path) -> None:
        """Look at a file, then ask how it is to be read."""
        self._listen(self.desk.run(look_at, file).then(partial(self._on_looked, file)))

    def read_outlines(self, file: Path) -> None:
        """Read outlines in at once."""
        self._listen(self.desk.run(read_outlines, file).then(self._on_outlines_read))

    def _listen(self, pending: Pending[Any]) -> None:
        self.trouble.hide()
        pending.if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def _on_files(self, rows: tuple[AddressFileRow, ...]) -> None:
        self.files.clear()
        for row in rows:
            self.files.add(self._file_line(row))
        if not rows:
            words = _(
                "None yet. In Germany the federal states give out “Hauskoordinaten” as a text "
                "file, in Denmark the address register gives out CSV files."
            )
            self.files.add(quiet(words))
        wanted = plain_button(_("Read in address file"), "open")
        wanted.clicked.connect(self._on_file_wanted)
        self.files.body.addWidget(wanted, 0, Qt.AlignmentFlag.AlignLeft)

    def _file_line(self, row: AddressFileRow) -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(8))
        count = ngettext("{count} address", "{count} addresses", row.rows)
        day = formats.show_short_date(row.imported_at.date())
        facts = " · ".join(filter(None, (row.name, count, day, row.source)))
        layout.addWidget(text(facts), 1)
        remove = icon_button("bin", _("Take out {name}").format(name=row.name))
        remove.setProperty("file_id", row.id)
        remove.clicked.connect(self._on_remove_clicked)
        layout.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _on_outlines(self, rows: tuple[OutlineRow, ...]) -> None:
        self.drawn.clear()
        buttons = QHBoxLayout()
        buttons.setSpacing(spacing(8))
        wanted = plain_button(_("Read in outlines"), "open")
        wanted.clicked.connect(self._on_outlines_wanted)
        buttons.addWidget(wanted)
        if rows:
            count = len(rows)
            words = ngettext("{count} district is drawn.", "{count} districts are drawn.", count)
            self.drawn.add(strong(words))
            for source in dict.fromkeys(row.source for row in rows if row.source):
                self.drawn.add(quiet(source))
            away = plain_button(_("Take outlines out"), "bin")
            away.clicked.connect(self._on_outlines_unwanted)
            buttons.addWidget(away)
        else:
            words = _("None yet: maps show a plain grid. GeoJSON files of towns are read.")
            self.drawn.add(quiet(words))
        buttons.addStretch(1)
        self.drawn.add(buttons)

    def _on_file_wanted(self) -> None:
        file = self._asked(_("Choose an address file"), _("Text files (*.csv *.txt *.tsv)"))
        if file is not None:
            self.read_file(file)

    def _on_outlines_wanted(self) -> None:
        file = self._asked(_("Choose outlines of districts"), "GeoJSON (*.geojson *.json)")
        if file is not None:
            self.read_outlines(file)

    def _asked(self, title: str, kinds: str) -> Path | None:
        place = QStandardPaths.StandardLocation.DownloadLocation
        folder = QStandardPaths.writableLocation(place)
        chosen, _kind = QFileDialog.getOpenFileName(self, title, folder, kinds)
        return Path(chosen) if chosen else None

    def _on_looked(self, file: Path, look: FileLook) -> None:
        dialog = AddressDialog(self.desk, file, look, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.imported.connect(self._on_imported)
        dialog.open()

    def _on_imported(self, count: int) -> None:
        words = ngettext("{count} address is read in.", "{count} addresses are read in.", count)
        self.said.emit(words, None)
        self.refresh()

    def _on_remove_clicked(self) -> None:
        file_id = self.sender().property("file_id")
        self._listen(self.desk.act(remove_address_file, file_id).then(self._on_removed))

    def _on_removed(self, name: str) -> None:
        self.said.emit(_("{name} is taken out. It can be read in again.").format(name=name), None)
        self.refresh()

    def _on_outlines_read(self, found: FoundOutlines) -> None:
        pending = self.desk.act(import_outlines, found, found.name).then(self._on_outlines_kept)
        self._listen(pending)

    def _on_outlines_kept(self, count: int) -> None:
        words = ngettext(
            "{count} district is drawn now.", "{count} districts are drawn now.", count
        )
        self.said.emit(words, None)
        self.refresh()

    def _on_outlines_unwanted(self) -> None:
        self._listen(self.desk.act(remove_outlines).then(self._on_outlines_gone))

    def _on_outlines_gone(self, _count: int) -> None:
        self.said.emit(_("The outlines are taken out. They can be read in again."), None)
        self.refresh()

    def _on_refused(self, refused: Refused) -> None:
        self._show_trouble(" ".join(say(problem) for problem in refused.problems))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self._show_trouble(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())

    def _show_trouble(self, sentence: str) -> None:
        self.trouble.set_text(sentence)
        self.trouble.show()
