"""What is asked about views: which columns, under which name, for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.exchange.views.rules import TITLE_LENGTH, check_title
from resources.text import _
from ui.style import length
from ui.widgets.buttons import quiet_button
from ui.widgets.column_chooser import ColumnChooser
from ui.widgets.fields import CheckField, TextField
from ui.widgets.form import Form
from ui.widgets.question import Question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget


class ColumnsQuestion(Question):
    """Which columns the list has, and in which order."""

    def __init__(
        self,
        parent: QWidget,
        options: Sequence[tuple[str, str]],
        chosen: Sequence[str],
        usual: Sequence[str],
    ) -> None:
        """Begin with the columns of now; the first of the usual ones is always there."""
        sentence = _("Tick what you want to see. The order is the one of the list, from the left.")
        super().__init__(parent, _("Columns of the list"), sentence, _("Show columns"))
        self._usual = tuple(usual)
        self.chooser = ColumnChooser(options, chosen, always=self._usual[:1])
        back = quiet_button(_("Back to the usual columns"), "undo")
        back.clicked.connect(self._on_back_clicked)
        self.body.addWidget(self.chooser)
        self.body.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self.chooser.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the lines want; Qt alone would leave two of them in large type."""
        super().showEvent(event)
        layout, width = self.layout(), self.width()
        most = self.screen().availableGeometry().height() - length(32)
        if layout is not None:
            self.setMinimumHeight(min(layout.totalMinimumHeightForWidth(width), most))
            self.resize(width, min(layout.totalHeightForWidth(width), most))

    def _on_back_clicked(self) -> None:
        self.chooser.set_value(self._usual)


class NameQuestion(Question):
    """Under which name a view is kept; with `can_share`, for whom."""

    def __init__(
        self, parent: QWidget, title: str, verb: str, *, value: str = "", can_share: bool = False
    ) -> None:
        """Begin with the name of now."""
        super().__init__(parent, title, "", verb)
        self.name = TextField(TITLE_LENGTH)
        self.name.set_value(value)
        self.shared = CheckField(_("Offer it to all colleagues"))
        self.form = Form()
        self.form.add("title", _("Name of the view"), self.name)
        if can_share:
            self.form.add("is_shared", "", self.shared)
        self.body.addWidget(self.form)
        self.form.focus_field("title")

    def accept(self) -> None:
        """Close with a name; say beside the field what is wrong with it."""
        problems = check_title(self.name.value())
        self.form.show_problems(problems)
        if not problems:
            super().accept()
