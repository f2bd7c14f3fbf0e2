"""How easily a text reads, in one quiet line: figures beside the targets of the office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.letters.readability.rules import MEANT_FOR, Index
from resources.text import _
from ui import formats
from ui.palette import Role
from ui.style import spacing
from ui.widgets.banner import IconLabel
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from app.letters.readability.report import Report
    from app.letters.readability.rules import Targets

_AT_MOST = {
    Index.LIX: "lix_at_most",
    Index.WSTF1: "wstf1_at_most",
    Index.AVERAGE_SENTENCE_LENGTH: "average_sentence_at_most",
}
_SHORT = {Index.LIX: "LIX", Index.FLESCH_AMSTAD: "Amstad", Index.WSTF1: "WSTF"}
"""Names that are usual in a line; names are not translated."""
_AIMED = (Index.LIX, Index.FLESCH_AMSTAD, Index.WSTF1, Index.AVERAGE_SENTENCE_LENGTH)


class ReadingLine(QWidget):
    """An icon, a word, and the figures that are usual for the language."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without figures."""
        super().__init__(parent)
        self._icon = IconLabel("done", Role.DONE, 16)
        self._words = Label("", "small")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(6))
        layout.addWidget(self._icon)
        layout.addWidget(self._words, 1)
        self.hide()

    def text(self) -> str:
        """Answer the words."""
        return self._words.text()

    def show_report(self, report: Report | None, targets: Targets, language: str) -> None:
        """Show the figures of a text; None where nobody can measure the language."""
        is_measured = report is not None and bool(report.indices)
        self.setVisible(is_measured)
        if report is None or not is_measured:
            return
        meant = [index for index in _AIMED if language in MEANT_FOR[index]]
        missed = [index for index in meant if _misses(index, report, targets)]
        self._icon.show_icon(*(("warning", Role.ATTENTION) if missed else ("done", Role.DONE)))
        self._words.set_tone("attention" if missed else "")
        head = _("Hard to read") if missed else _("Reads easily")
        figures = [_figure(index, report, targets, missed=index in missed) for index in meant]
        self._words.setText(" · ".join([head, *figures]))
        self.setAccessibleName(self._words.text())


def _misses(index: Index, report: Report, targets: Targets) -> bool:
    value = report.indices[index]
    if index is Index.FLESCH_AMSTAD:
        return round(value) < targets.flesch_amstad_at_least
    return round(value, 1) > float(getattr(targets, _AT_MOST[index]))


def _figure(index: Index, report: Report, targets: Targets, *, missed: bool) -> str:
    name = _SHORT.get(index, "")
    words = "{name} {value}" if name else _("{value} words in a sentence")
    digits = 1 if index in {Index.WSTF1, Index.AVERAGE_SENTENCE_LENGTH} or missed else 0
    said = words.format(name=name, value=formats.show_number(report.indices[index], digits))
    if not missed:
        return said
    if index is Index.FLESCH_AMSTAD:
        aim = _("at least {aim}").format(aim=formats.show_number(targets.flesch_amstad_at_least))
    else:
        aim = _("at most {aim}").format(aim=formats.show_number(getattr(targets, _AT_MOST[index])))
    return f"{said} ({aim})"
