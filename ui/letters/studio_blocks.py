"""The building blocks of letters, explained beside the editor; Enter begins one in the text."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.text import _
from ui.style import spacing
from ui.widgets.buttons import plain_button
from ui.widgets.labels import quiet
from ui.widgets.table import Column, DataTable


@dataclass(frozen=True, slots=True)
class _Block:
    code: str
    words: str


class BlocksView(QWidget):
    """What each block is for, in the order in which a letter is read."""

    wanted = Signal(str)
    """The code of a block that shall begin at the cursor."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show all blocks."""
        super().__init__(parent)
        self.table: DataTable[_Block] = DataTable(_columns(), _("Building blocks"))
        self.table.set_rows(_blocks(), keep=_code)
        self.table.choose_first()
        self.insert_button = plain_button(_("Insert block"), "add")
        markup = quiet(
            _(
                "An empty line begins a paragraph, “- ” a line of a list, “# ” a heading. "
                "“| When | {visit_day} |” is a fact, “**words**” are strong. Ctrl+Space "
                "inserts a field."
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, spacing(8), 0, 0)
        layout.setSpacing(spacing(8))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.insert_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(markup)
        self.table.row_activated.connect(self._on_activated)
        self.insert_button.clicked.connect(self._on_clicked)

    def _on_activated(self, block: _Block) -> None:
        self.wanted.emit(block.code)

    def _on_clicked(self) -> None:
        if (block := self.table.current_row()) is not None:
            self.wanted.emit(block.code)


def _columns() -> list[Column[_Block]]:
    return [
        Column(
            _("Building block"),
            lambda block: f"[{block.code}]",
            width="stretch",
            quiet=lambda block: block.words,
            strong=True,
        )
    ]


def _code(block: _Block) -> object:
    return block.code


def _blocks() -> list[_Block]:
    return [
        _Block("subject", _("What the letter is about, in a few words.")),
        _Block("greeting", _("Left out, the usual greeting stands here.")),
        _Block("purpose", _("The most important thing first: why you write.")),
        _Block("facts", _("When, where, who, how much.")),
        _Block("steps", _("What the person must do, and by when.")),
        _Block("next", _("What happens after that.")),
        _Block("whom", _("Whom to ask, with the phone number.")),
        _Block("legal", _("Left out, the legal block of the day stands here.")),
        _Block("closing", _("Left out, the usual closing stands here.")),
        _Block("note", _("A remark below the closing.")),
    ]
