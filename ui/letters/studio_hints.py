"""The hard places of a template as a list, with better words where there are some."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.letters.readability.rules import Finding, Kind
from resources.text import _
from ui import formats
from ui.style import spacing
from ui.widgets.buttons import plain_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Label, quiet
from ui.widgets.loading import StateStack
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.letters.readability.report import Long, Report

_LONGEST = 70
_MOST = 5


@dataclass(frozen=True, slots=True)
class Hint:
    """A hard place with its words."""

    finding: Finding
    words: str


class HintsView(QWidget):
    """Enter goes to a place; the button puts the better words there."""

    wanted = Signal(object)
    """A `Finding` to go to."""
    replaced = Signal(object, str)
    """A `Finding`, and the words for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without hints."""
        super().__init__(parent)
        self.table: DataTable[Hint] = DataTable(_columns(), _("Places that are hard to read"))
        self.state = StateStack(self.table)
        self.replace_button = plain_button(_("Replace"), "check")
        self.replace_button.setEnabled(False)
        self._longest = quiet("")
        self._sentences = quiet("")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, spacing(8), 0, 0)
        layout.setSpacing(spacing(8))
        layout.addWidget(self.state, 1)
        layout.addWidget(self.replace_button, 0, Qt.AlignmentFlag.AlignLeft)
        for label in (self._longest, self._sentences):
            label.hide()
            layout.addWidget(label)
        self.table.row_activated.connect(self._on_activated)
        self.table.row_chosen.connect(self._on_chosen)
        self.replace_button.clicked.connect(self._on_replace_clicked)
        self.show_hints("", (), None)

    def show_hints(self, text: str, findings: Sequence[Finding], report: Report | None) -> None:
        """List hard places of a text, its longest words and sentences."""
        hints = [Hint(each, _short(text[each.start : each.end])) for each in findings]
        self.table.set_rows(hints, keep=_identity)
        self._on_chosen(self.table.current_row())
        _say(self._longest, _("Longest words: {words}"), report.longest_words if report else ())
        longest = report.longest_sentences[:1] if report else ()
        _say(self._sentences, _("Longest sentence: {words}"), longest)
        if hints:
            self.state.show_content()
        elif report is None:
            sentence = _("Readability is measured in German, Danish and English.")
            self.state.show_empty(EmptyState(sentence, icon="language"))
        else:
            self.state.show_empty(EmptyState(_("Nothing here is hard to read."), icon="done"))

    def choose(self, finding: Finding) -> None:
        """Choose the line of a place that the cursor was brought to."""
        self.table.choose(finding)

    def _on_activated(self, hint: Hint) -> None:
        self.wanted.emit(hint.finding)

    def _on_chosen(self, hint: Hint | None) -> None:
        better = _better(hint.finding) if hint is not None else ""
        self.replace_button.setEnabled(bool(better))
        words = _("Replace with “{better}”").format(better=better) if better else _("Replace")
        self.replace_button.setText(words.replace("&", "&&"))
        self.replace_button.setAccessibleName(words)

    def _on_replace_clicked(self) -> None:
        hint = self.table.current_row()
        if hint is not None and (better := _better(hint.finding)):
            self.replaced.emit(hint.finding, better)


def _better(finding: Finding) -> str:
    """Answer the first words that can stand there instead; "" when nobody knows any."""
    if finding.kind not in {Kind.OFFICIALESE, Kind.ABBREVIATION}:
        return ""
    first = finding.detail.split(",")[0].split(" / ")[0].strip()
    return "" if first.startswith("(") else first


def _columns() -> list[Column[Hint]]:
    return [
        Column(
            _("Place"),
            lambda hint: hint.words,
            width="stretch",
            quiet=lambda hint: _advice(hint.finding),
            icon=lambda _hint: "warning",
            tone=lambda _hint: "attention",
        )
    ]


def _advice(finding: Finding) -> str:
    label = _(finding.kind.label)
    match finding.kind:
        case Kind.LONG_SENTENCE:
            return _("{label}: {count} words").format(label=label, count=finding.detail)
        case Kind.LONG_WORD:
            return _("{label}: {count} letters").format(label=label, count=finding.detail)
        case Kind.OFFICIALESE | Kind.ABBREVIATION if finding.detail:
            return _("{label}: say “{better}”").format(label=label, better=finding.detail)
        case _:
            return f"{label} ({finding.detail})" if finding.detail else label


def _say(label: Label, words: str, found: Sequence[Long]) -> None:
    shown = [f"{_short(each.text)} ({formats.show_number(each.size)})" for each in found[:_MOST]]
    label.setText(words.format(words=", ".join(shown)))
    label.setVisible(bool(shown))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()} …"


def _identity(hint: Hint) -> object:
    return hint.finding
