"""Code lists: the words of the office, renamed, added and retired."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.codes.queries import own_entries
from app.codes.rules import merged
from resources.text import _, language, ngettext, say
from ui.codes.code_book import word_of
from ui.codes.code_form import CodeForm
from ui.codes.lists import LISTS
from ui.style import spacing
from ui.widgets.buttons import plain_button, quiet_button
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import quiet
from ui.widgets.list_detail import ListDetail
from ui.widgets.loading import StateStack
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from app.codes.rules import Code, CodeList, OwnEntry
    from app.errors import Unavailable
    from ui.desk import Desk


class CodesPage(Page):
    """A list on the left, the form of the chosen word on the right."""

    features: ClassVar[frozenset[str]] = frozenset({"codes"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; it asks when it is shown."""
        super().__init__(desk, parent)
        self._own: tuple[OwnEntry, ...] = ()
        self.back_button = quiet_button(_("More"), "back")
        self.add_button = plain_button(_("Add a word"), "add")
        self.list: ChoiceField[str] = ChoiceField([(one.name, _(one.title)) for one in LISTS])
        self.list.setAccessibleName(_("List"))
        self.table: DataTable[Code] = DataTable(_columns(), _("Words of the list"))
        self.count = quiet("")
        self.form = CodeForm(desk)
        self.state = StateStack(self._halves())
        self._arrange()
        self.back_button.clicked.connect(self._on_back)
        self.add_button.clicked.connect(self.add)
        self.list.changed.connect(self._on_list)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.row_activated.connect(self._on_row_activated)
        self.form.saved.connect(self._on_saved)
        self.state.retried.connect(self.refresh)

    def _halves(self) -> QWidget:
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing(8))
        column.addWidget(self.list)
        column.addWidget(self.table, 1)
        column.addWidget(self.count)
        self.split = ListDetail(half, self.form, list_share=1, detail_share=1)
        return self.split

    def _arrange(self) -> None:
        header = PageHeader(
            _("Code lists"), _("The words that are offered in forms, as your office says them.")
        )
        header.add_action(self.add_button)
        back = QHBoxLayout()
        back.addWidget(self.back_button)
        back.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addLayout(back)
        layout.addWidget(header)
        layout.addWidget(self.state, 1)

    def refresh(self) -> None:
        """Ask for the words again."""
        self.state.show_loading()
        self.desk.ask(own_entries).then(self._on_found).if_unavailable(self._on_unavailable)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask when the page comes into sight."""
        super().showEvent(event)
        self.refresh()

    def add(self) -> None:
        """Begin a new word."""
        self.table.clearSelection()
        self.form.begin(self._chosen(), None)
        self.split.show_detail()
        self.form.de.setFocus()

    def _chosen(self) -> CodeList:
        return next(one for one in LISTS if one.name == self.list.value())

    def _on_found(self, own: tuple[OwnEntry, ...]) -> None:
        self._own = own
        self.state.show_content()
        codes = merged(self._chosen(), own)
        self.table.set_rows(codes, _key)
        offered = sum(one.is_active for one in codes)
        self.count.setText(ngettext("{count} word offered", "{count} words offered", offered))

    def _on_list(self) -> None:
        self.form.close_form()
        self._on_found(self._own)

    def _on_row_chosen(self, code: Code | None) -> None:
        if code is not None:
            self.form.begin(self._chosen(), code)

    def _on_row_activated(self, _code: Code) -> None:
        self.split.show_detail()

    def _on_saved(self, sentence: str) -> None:
        self.said.emit(sentence, None)
        self.split.show_list()
        self.refresh()

    def _on_back(self) -> None:
        self.place_wanted.emit(Place("more"))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


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
