"""The third step of an import: how many are new, held or wrong, and the wrong rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.importing.rows import WrongRow
from app.importing.wrong_rows import reason
from resources.text import _, ngettext
from ui.admin.remark import Remark
from ui.style import length, spacing
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.card import Card
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label, quiet
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from app.importing.rows import CheckedList

_HEIGHT = 220


class ImportReview(ScrollBody):
    """Nothing is stored before the button that says how many are added."""

    import_wanted = Signal()
    columns_wanted = Signal()
    file_wanted = Signal()
    """The wrong rows are wanted as a file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a list."""
        super().__init__(parent)
        self.new = Remark()
        self.held = Remark()
        self.wrong = Remark()
        card = Card(_("What the check found"))
        for remark in (self.new, self.held, self.wrong):
            card.add(remark)
        card.body.addSpacing(spacing(8))
        card.add(self._buttons())
        self.add(card)
        self.wrong_card = Card(_("Rows that cannot be imported"))
        self._add_wrong_rows()
        self.add(self.wrong_card, 1)
        self.end()

    def show_checked(self, checked: CheckedList) -> None:
        """Show what was found in a list."""
        self.new.say(_new_words(len(checked.good)), "done" if checked.good else "plain")
        self.held.say(_held_words(len(checked.held)), "attention")
        self.held.setVisible(bool(checked.held))
        self.wrong.say(_wrong_words(len(checked.wrong)), "danger")
        self.wrong.setVisible(bool(checked.wrong))
        self.wrong_card.setVisible(bool(checked.wrong))
        self.table.set_rows(checked.wrong, _line)
        self.table.choose_first()
        self.import_button.setText(_import_words(checked))
        self.import_button.setAccessibleName(_import_words(checked))
        self.import_button.setEnabled(bool(checked.good or checked.held))

    def begin(self) -> None:
        """Put the focus on what most people want next."""
        ready = self.import_button.isEnabled()
        (self.import_button if ready else self.columns_button).setFocus()

    def _on_row_chosen(self, row: WrongRow | None) -> None:
        """Say the whole of what a line has no room for."""
        self.full_reason.setText(reason(row.problems) if row is not None else "")

    def _add_wrong_rows(self) -> None:
        columns = (
            Column[WrongRow](_("Line"), lambda row: str(row.line), align="right"),
            Column[WrongRow](_("What stands there"), _cells, "stretch"),
            Column[WrongRow](_("What is wrong"), lambda row: reason(row.problems), "stretch",
                             tone=lambda _row: "danger"),
        )  # fmt: skip
        self.table = DataTable(columns, _("Rows that cannot be imported"))
        self.table.setMinimumHeight(length(_HEIGHT))
        self.file_button = quiet_button(_("Save these rows as a file"), "save")
        self.file_button.clicked.connect(self.file_wanted)
        head = QHBoxLayout()
        head.addWidget(
            quiet(_("You can save these rows, correct them and import that file later.")),
            1,
        )
        head.addWidget(self.file_button)
        self.wrong_card.add(head)
        self.wrong_card.add(self.table)
        self.full_reason = Label("", "problem")
        self.table.row_chosen.connect(self._on_row_chosen)
        self.wrong_card.add(self.full_reason)

    def _buttons(self) -> FlowLayout:
        self.import_button = primary_button("", "upload")
        self.import_button.clicked.connect(self.import_wanted)
        self.columns_button = plain_button(_("Back to the columns"))
        self.columns_button.clicked.connect(self.columns_wanted)
        flow = FlowLayout(gap=spacing(8))
        flow.addWidget(self.import_button)
        flow.addWidget(self.columns_button)
        return flow


def _new_words(count: int) -> str:
    if not count:
        return _("Nobody in this list is new.")
    return ngettext("{count} new person.", "{count} new people.", count)


def _held_words(count: int) -> str:
    return ngettext(
        "{count} row looks like somebody you know, or like another row. It is held until you "
        "decide.",
        "{count} rows look like somebody you know, or like another row. They are held until you "
        "decide.",
        count,
    )


def _wrong_words(count: int) -> str:
    return ngettext(
        "{count} row cannot be imported as it is.",
        "{count} rows cannot be imported as they are.",
        count,
    )


def _import_words(checked: CheckedList) -> str:
    if not checked.good and checked.held:
        return ngettext("Hold {count} row", "Hold {count} rows", len(checked.held))
    return ngettext("Import {count} person", "Import {count} people", len(checked.good))


def _cells(row: WrongRow) -> str:
    return " · ".join(" ".join(cell.split()) for cell in row.cells if cell.strip())


def _line(row: WrongRow) -> int:
    return row.line
