"""The code lists of the office: its own words beside the delivered ones, in its own order."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.codes.actions import order_codes
from app.codes.queries import own_entries
from app.codes.rules import Code, merged, moved
from app.configuration.lists import LISTS
from resources.text import _, language, ngettext, say
from ui.codes.code_book import word_of
from ui.codes.code_form import CodeForm
from ui.style import spacing
from ui.views.list_form_page import ListFormPage
from ui.widgets.buttons import quiet_button
from ui.widgets.fields import ChoiceField
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from app.codes.rules import CodeList, OwnEntry
    from app.errors import Refused, Unavailable
    from ui.desk import Desk, Pending


class CodesPage(ListFormPage[Code]):
    """Alt and an arrow move the chosen word up and down."""

    features: ClassVar[frozenset[str]] = frozenset({"codes"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; it asks when it is shown."""
        self._own: tuple[OwnEntry, ...] = ()
        self._moving = self._wanted = ""
        self.form = CodeForm(desk)
        table: DataTable[Code] = DataTable(_columns(), _("Words of the list"))
        super().__init__(desk, table, self.form, _("Add a word"), parent)
        self.list: ChoiceField[str] = ChoiceField([(one.name, _(one.title)) for one in LISTS])
        self.list.setAccessibleName(_("List"))
        self.up_button = quiet_button(_("Up"), "chevron_up")
        self.down_button = quiet_button(_("Down"), "chevron_down")
        self.up_button.setToolTip(_("Offer the word earlier (Alt+Up)"))
        self.down_button.setToolTip(_("Offer the word later (Alt+Down)"))
        self.arrange(
            _("Code lists"),
            _("The words that are offered in forms, as your office says them."),
            (self.list,),
            (self._steps(),),
        )
        self.list.changed.connect(self._on_list)
        self._listen(Qt.Key.Key_Up, self.move_up)
        self._listen(Qt.Key.Key_Down, self.move_down)
        self.up_button.clicked.connect(self.move_up)
        self.down_button.clicked.connect(self.move_down)
        self._show_steps()

    def ask_rows(self) -> Pending[tuple[OwnEntry, ...]]:
        """Ask for the words."""
        return self.desk.ask(own_entries)

    def begin(self, row: Code | None) -> None:
        """Show a word, or begin a new one."""
        self.form.begin(self._chosen(), row)
        self._show_steps()

    def first_field(self) -> QWidget:
        """Answer the German word."""
        return self.form.de

    def show_found(self, found: tuple[OwnEntry, ...]) -> None:
        """Show the words of the chosen list."""
        self._own = found
        self.state.show_content()
        codes = merged(self._chosen(), found)
        self.table.set_rows(codes, _key)
        if self._wanted:
            self.table.choose(self._wanted)
            self._wanted = ""
            self.begin(self.table.current_row())
        offered = sum(one.is_active for one in codes)
        self.count.setText(ngettext("{count} word offered", "{count} words offered", offered))
        self._show_steps()

    def move_up(self) -> None:
        """Offer the chosen word earlier."""
        self._move(-1)

    def move_down(self) -> None:
        """Offer the chosen word later."""
        self._move(1)

    def _move(self, step: int) -> None:
        row = self.table.current_row()
        if row is None or self._moving:
            return
        order = [one.code for one in self.table.rows()]
        wanted = moved(order, row.code, step)
        if wanted == tuple(order):
            return
        self._moving = row.code
        pending = self.desk.act(order_codes, self._chosen(), wanted)
        pending.then(self._on_moved).if_refused(self._on_refused)
        pending.if_unavailable(self._on_not_moved)

    def _steps(self) -> QWidget:
        steps = QWidget()
        row = QHBoxLayout(steps)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing(8))
        row.addWidget(self.up_button)
        row.addWidget(self.down_button)
        row.addStretch(1)
        return steps

    def _listen(self, key: Qt.Key, slot: object) -> None:
        keys = QKeySequence(QKeyCombination(Qt.KeyboardModifier.AltModifier, key))
        shortcut = QShortcut(keys, self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)

    def _show_steps(self) -> None:
        row, rows = self.table.current_row(), self.table.rows()
        self.up_button.setEnabled(row is not None and row.code != rows[0].code)
        self.down_button.setEnabled(row is not None and row.code != rows[-1].code)

    def _chosen(self) -> CodeList:
        return next(one for one in LISTS if one.name == self.list.value())

    def _on_list(self) -> None:
        self.form.close_form()
        self.show_found(self._own)

    def _on_moved(self, _nothing: None) -> None:
        self._wanted, self._moving = self._moving, ""
        self.refresh()

    def _on_not_moved(self, trouble: Unavailable) -> None:
        self._moving = ""
        self.said.emit(f"{say(trouble.problem)} {say(trouble.remedy)}".strip(), None)

    def _on_refused(self, _refused: Refused) -> None:
        """Somebody else changed the list: show it as it is now."""
        self._moving = ""
        self.refresh()


def _key(code: Code) -> object:
    return code.code


def _columns() -> tuple[Column[Code], ...]:
    return (
        Column(
            _("Word"),
            word_of,
            "stretch",
            quiet=_in_other_languages,
            strong=True,
            tone=lambda code: "" if code.is_active else "quiet",
        ),
        Column(_("Whose"), lambda code: _("delivered") if code.delivered else _("this office")),
        Column(_("State"), lambda code: _("offered") if code.is_active else _("not offered")),
    )


def _in_other_languages(code: Code) -> str:
    said = (("de", code.labels.de), ("da", code.labels.da), ("en", code.labels.en))
    return " · ".join(word for other, word in said if word and other != language())
