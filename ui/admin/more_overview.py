"""The overview of "More": one large button for each page below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from resources.text import _
from ui.admin.choice_button import ChoiceButton
from ui.style import length, spacing
from ui.widgets.page_header import PageHeader
from ui.widgets.scroll_body import ScrollBody

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_TWO_COLUMNS = 720


class _WordButton(ChoiceButton):
    """A button that knows the word of its page."""

    chosen = Signal(str)

    def __init__(self, word: str, name: str, sentence: str, icon: str) -> None:
        super().__init__(name, sentence, icon)
        self.word = word
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.chosen.emit(self.word)


class MoreOverview(QWidget):
    """The buttons stand in two columns where there is room."""

    chosen = Signal(str)
    """The word of a page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build all buttons; `show_words` says which pages there are."""
        super().__init__(parent)
        self.buttons = [_WordButton(*entry) for entry in _entries()]
        for button in self.buttons:
            button.chosen.connect(self.chosen)
        self._grid = QGridLayout()
        self._grid.setSpacing(spacing(12))
        holder = QWidget()
        holder.setLayout(self._grid)
        holder.setProperty("kind", "clear")
        self._grid.setContentsMargins(0, 0, 0, 0)
        body = ScrollBody(most_width=2 * _TWO_COLUMNS)
        body.add(holder)
        body.end()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing(16))
        column.addWidget(PageHeader(_("More")))
        column.addWidget(body, 1)
        self._arrange(1)

    def show_words(self, words: frozenset[str]) -> None:
        """Show the buttons of these pages only."""
        for button in self.buttons:
            button.setVisible(button.word in words)
        self._arrange(2 if self.width() >= length(_TWO_COLUMNS) else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use two columns where there is room for them."""
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= length(_TWO_COLUMNS) else 1)

    def _arrange(self, columns: int) -> None:
        # Those that are not there leave no gap.
        shown = [button for button in self.buttons if not button.isHidden()]
        for place, button in enumerate(shown):
            row, column = divmod(place, columns)
            self._grid.addWidget(button, row, column)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


def _entries() -> tuple[tuple[str, str, str, str], ...]:
    """Answer word, name, sentence and icon of each page, in the order shown."""
    return (*_about_visits(), *_about_work(), *_about_office())


def _about_visits() -> tuple[tuple[str, str, str, str], ...]:
    return (
        ("volunteers", _("Volunteers"), _("What is proven, what is missing by when."), "heart"),
        ("matches", _("Matching"), _("Who waits, who could visit, who visits whom."), "visiting"),
        ("match_plan", _("Plan for everybody"), _("The best assignment of all who wait."), "check"),
        ("match_funnel", _("Way to a match"), _("How many came how far, and why not."), "filter"),
        (
            "requirements",
            _("Requirements"),
            _("What volunteers must prove, and until when."),
            "key",
        ),
        ("preventive", _("Preventive visits"), _("Who is due by which rule."), "home"),
        ("day_plan", _("Day plan"), _("Who visits whom in which order."), "clock"),
        ("series", _("Series of visits"), _("Who meets in which rhythm."), "refresh"),
        ("substitutes", _("Substitutes"), _("Who comes while a volunteer is away."), "person"),
        ("expenses", _("Expenses"), _("Claims, hours, payment list."), "document"),
        ("concerns", _("Concerns"), _("Who gives no sign of life, and whom to call."), "warning"),
        ("visit_notes", _("Notes on visits"), _("What volunteers wrote, to be read."), "mail"),
    )


def _about_work() -> tuple[tuple[str, str, str, str], ...]:
    return (
        ("find_notes", _("Find in notes"), _("Words in the notes of all people."), "search"),
        ("snippets", _("Text snippets"), _("Short words that become sentences."), "note"),
        ("templates", _("Letter templates"), _("Texts of letters, by language."), "letters"),
        ("codes", _("Code lists"), _("The words that are offered in forms."), "edit"),
        ("custom", _("Own fields"), _("What your office asks besides."), "add"),
        ("settings", _("Settings"), _("Language, colours, size of text, lock."), "settings"),
        ("office", _("Office and letterhead"), _("What is printed on your letters."), "office"),
        ("areas", _("Areas"), _("The districts and towns you work in."), "areas"),
        ("households", _("Likely households"), _("People of one address."), "home"),
        ("import", _("Import people"), _("From a spreadsheet or another program."), "upload"),
        (
            "duplicates",
            _("Possible duplicates"),
            _("Cards that look like one person."),
            "clients",
        ),
    )


def _about_office() -> tuple[tuple[str, str, str, str], ...]:
    return (
        (
            "members",
            _("Colleagues and rights"),
            _("Who works here, and what each role may do."),
            "lock",
        ),
        (
            "sharing",
            _("Shared office"),
            _("Your password, and the way for a colleague."),
            "key",
        ),
        (
            "keeping",
            _("Keeping and deleting"),
            _("How long what is kept, and what would go today."),
            "bin",
        ),
        ("audit", _("Audit"), _("Who did what, and whether the lines are whole."), "search"),
        (
            "configuration",
            _("Configuration as a file"),
            _("Set another office up alike, or compare."),
            "settings",
        ),
        ("backups", _("Backups"), _("Make one, check one, go back to one."), "backup"),
        ("security", _("Security"), _("Passphrase, keyring, recovery key."), "key"),
        ("about", _("About and help"), _("Keys, version, licence."), "help"),
    )
