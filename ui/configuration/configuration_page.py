"""The configuration as a file: saved, compared with the office, taken over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSize, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.configuration.actions import import_configuration
from app.configuration.queries import compared, configuration_file
from app.configuration.rules import PART_LABELS
from resources.text import _, ngettext, say
from ui.configuration.difference_words import (
    here_words,
    name_words,
    state_words,
    there_words,
    whole_words,
)
from ui.configuration.reading import read_bytes
from ui.printing import write_file
from ui.style import row_height, spacing
from ui.widgets.buttons import plain_button, primary_button, quiet_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import quiet
from ui.widgets.loading import StateStack
from ui.widgets.page import Page, Place
from ui.widgets.page_header import PageHeader
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.configuration.rules import Difference
    from app.errors import Refused, Unavailable
    from ui.desk import Desk

_LEAST_ROWS = 4
"""Rows of the table, its head among them, that are in sight in large type as well."""


class ConfigurationPage(Page):
    """Nothing is taken over before the differences were shown."""

    features: ClassVar[frozenset[str]] = frozenset({"admin"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the page; a file is chosen first."""
        super().__init__(desk, parent)
        self._content = b""
        self.back_button = quiet_button(_("More"), "back")
        self.save_button = plain_button(_("Save as a file"), "save")
        self.compare_button = plain_button(_("Compare with a file"), "open")
        self.take_button = primary_button(_("Take over what differs"))
        self.take_button.setEnabled(False)
        self.table: DataTable[Difference] = DataTable(_columns(), _("Differences"))
        self.whole = quiet("")
        """What the cells of the chosen row have no room for."""
        self.count = quiet("")
        self.state = StateStack(self.table, scrolls=True)
        self.state.setMinimumHeight(row_height(2) * _LEAST_ROWS)
        self.foot = self._make_foot()
        self._arrange()
        self.back_button.clicked.connect(self._on_back)
        self.save_button.clicked.connect(self._on_save)
        self.compare_button.clicked.connect(self._on_compare)
        self.take_button.clicked.connect(self.take_over)
        self.table.row_chosen.connect(self._on_chosen)
        self.state.retried.connect(self._ask_again)
        self._show_nothing(_("Choose a file to see how another office differs from yours."))

    def _make_foot(self) -> QWidget:
        # Beside the stack and not in it: lines that wrap get the height that they need.
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing(8))
        column.addWidget(self.whole)
        column.addWidget(self.count)
        row = FlowLayout(gap=spacing(8))
        row.addWidget(self.take_button)
        column.addLayout(row)
        return foot

    def _arrange(self) -> None:
        sentence = _(
            "Settings, lists, own fields, periods, terms, templates, requirements, rules of "
            "preventive visits and pools; nobody’s data."
        )
        header = PageHeader(_("Configuration as a file"), sentence)
        header.add_action(self.save_button)
        header.add_action(self.compare_button)
        back = QHBoxLayout()
        back.addWidget(self.back_button)
        back.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addLayout(back)
        layout.addWidget(header)
        layout.addWidget(self.state, 1)
        layout.addWidget(self.foot)

    def minimumSizeHint(self) -> QSize:
        """Answer the least size at the width that the page has: below it sentences wrap."""
        least, layout = super().minimumSizeHint(), self.layout()
        if layout is None:
            return least
        wrapped = layout.totalMinimumHeightForWidth(self.width())
        return QSize(least.width(), max(least.height(), wrapped))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height at another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def compare(self, file: Path) -> None:
        """Show how a file differs from the office."""
        pending = self.desk.run(read_bytes, file).then(self.show_content)
        pending.if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def show_content(self, content: bytes) -> None:
        """Compare the contents of a file with the office."""
        self._content = content
        self._ask_again()

    def take_over(self) -> None:
        """Take over what differs, all of it or nothing."""
        self.take_button.setEnabled(False)
        pending = self.desk.act(import_configuration, self._content).then(self._on_taken)
        pending.if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def _ask_again(self) -> None:
        self.state.show_loading()
        pending = self.desk.ask(compared, self._content).then(self._on_compared)
        pending.if_refused(self._on_refused).if_unavailable(self._on_unavailable)

    def _on_compared(self, found: tuple[Difference, ...]) -> None:
        if not found:
            self._show_nothing(_("The office is set up as the file says: nothing differs."))
            return
        self.table.set_rows(found, _key)
        self._on_chosen(self.table.current_row())
        taken = sum(one.is_taken_over for one in found)
        self.count.setText(
            ngettext(
                "{count} entry would be added or changed; nothing is removed.",
                "{count} entries would be added or changed; nothing is removed.",
                taken,
            )
        )
        self.take_button.setEnabled(taken > 0)
        self.foot.show()
        self.state.show_content()

    def _on_chosen(self, one: Difference | None) -> None:
        self.whole.setVisible(one is not None)
        self.whole.setText(whole_words(one) if one is not None else "")

    def _on_taken(self, count: int) -> None:
        words = ngettext("{count} entry was taken over.", "{count} entries were taken over.", count)
        self.said.emit(words, None)
        self._ask_again()

    def _on_save(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = f"nahbar-{self.desk.local_now:%Y-%m-%d}.json"
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Save as a file"), str(Path(folder) / name), "*.json"
        )
        if chosen:
            self.save(Path(chosen))

    def save(self, file: Path) -> None:
        """Save the configuration as a file."""
        self._file = file
        self.desk.ask(configuration_file).then(self._on_made).if_unavailable(self._on_unavailable)

    def _on_made(self, content: bytes) -> None:
        pending = self.desk.run(write_file, self._file, content).then(self._on_written)
        pending.if_unavailable(self._on_unavailable)

    def _on_written(self, file: Path) -> None:
        self.said.emit(_("Saved as {file}.").format(file=file.name), None)

    def _on_compare(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self, _("Compare with a file"), str(Path.home()), "*.json"
        )
        if chosen:
            self.compare(Path(chosen))

    def _show_nothing(self, sentence: str) -> None:
        self.take_button.setEnabled(False)
        self.foot.hide()
        empty = EmptyState(sentence, icon="settings")
        self.state.show_empty(empty)

    def _on_back(self) -> None:
        self.place_wanted.emit(Place("more"))

    def _on_refused(self, refused: Refused) -> None:
        self._show_nothing(" ".join(say(problem) for problem in refused.problems))

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.foot.hide()
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _key(one: Difference) -> object:
    return one.part, one.key


def _columns() -> tuple[Column[Difference], ...]:
    return (
        Column(
            _("What"),
            name_words,
            "stretch",
            quiet=lambda one: _(PART_LABELS[one.part]),
            strong=True,
            least=160,
        ),
        Column(_("Here"), here_words, "stretch", least=140),
        Column(_("In the file"), there_words, "stretch", least=140),
        Column(
            _("What happens"),
            state_words,
            tone=lambda one: "" if one.is_taken_over else "quiet",
        ),
    )
