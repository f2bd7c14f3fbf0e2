"""What is wrong with a template, each with its line; a press leads there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from resources.text import _, ngettext, say
from ui import formats
from ui.style import spacing
from ui.widgets.labels import Label, small
from ui.widgets.words_button import WordsButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.errors import Problem

_SHOWN = 3


class ProblemLines(QFrame):
    """The first problems as lines; empty while nothing is wrong."""

    line_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setProperty("kind", "summary")
        self._sentences: tuple[str, ...] = ()
        self.lines: list[QWidget] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(spacing(8), spacing(4), spacing(8), spacing(4))
        self._box.setSpacing(spacing(2))
        self.hide()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these problems and no others."""
        sentences = tuple(say(problem) for problem in problems)
        if sentences == self._sentences:
            return
        self._sentences = sentences
        while (item := self._box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.lines = [_ProblemLine(self, each) for each in problems[:_SHOWN]]
        if (more := len(problems) - _SHOWN) > 0:
            words = ngettext("{count} more problem below", "{count} more problems below", more)
            self.lines.append(small(words.format(count=formats.show_number(more))))
        for line in self.lines:
            self._box.addWidget(line)
        self.setAccessibleName(_("Problems: {sentences}").format(sentences=" ".join(sentences)))
        self.setVisible(bool(problems))


class _ProblemLine(WordsButton):
    """A problem; a press goes to its line."""

    def __init__(self, lines: ProblemLines, problem: Problem) -> None:
        super().__init__()
        self._lines, self._number = lines, problem.values.get("line")
        self.setProperty("kind", "problem_line")
        self.setAccessibleName(say(problem))
        self.row.setContentsMargins(spacing(4), spacing(2), spacing(4), spacing(2))
        self.row.addWidget(Label(say(problem), "problem"))
        self.finish()
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        if isinstance(self._number, int):
            self._lines.line_wanted.emit(self._number)
