"""Figures of intake as a small table: what became of all requests of a time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.intake.queries import FigureRow, request_figures
from app.intake.rules import Stage
from resources.text import _, say
from ui.intake.words import service_words, source_words, stage_words
from ui.style import spacing
from ui.widgets.buttons import quiet_button
from ui.widgets.chips import FilterBar
from ui.widgets.columns import Column
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import quiet, title
from ui.widgets.loading import StateStack
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from app.errors import Unavailable
    from ui.desk import Desk

YEARS_BACK = 3
"""Years before this one that are offered."""
_BY_SERVICE, _BY_SOURCE = "service", "source"


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One line of the table: a service or a source, with how many stand at each stage."""

    words: str
    counts: Counter[str]


class FiguresView(QWidget):
    """Whatever became of a request, it is counted once; the last line adds up."""

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Build the table; nothing is asked before `refresh`."""
        super().__init__(parent)
        self._desk = desk
        self._figures: tuple[FigureRow, ...] = ()
        year = desk.local_now.year
        years = [(one, str(one)) for one in range(year, year - YEARS_BACK - 1, -1)]
        self.years: ChoiceField[int] = ChoiceField(years)
        self.years.setAccessibleName(_("Year in which the requests came"))
        self.back_button = quiet_button(_("Back"), "back")
        kinds = [(_BY_SERVICE, _("By service")), (_BY_SOURCE, _("By who asked"))]
        self.kinds: FilterBar[str] = FilterBar(kinds, _("What the lines of the table are"))
        self.table: DataTable[FigureLine] = DataTable(_columns(), _("Figures of requests"))
        self.state = StateStack(self.table)
        self._arrange()
        self.back_button.clicked.connect(self.left)
        self.years.changed.connect(self.refresh)
        self.kinds.chosen.connect(self._on_kind_chosen)
        self.state.retried.connect(self.refresh)

    def refresh(self) -> None:
        """Ask again for the figures of the year."""
        self.state.show_loading()
        year = self.years.value()
        found = self._desk.ask_aside(request_figures, date(year, 1, 1), date(year, 12, 31))
        found.then(self._on_figures).if_unavailable(self._on_unavailable)

    def lines(self) -> list[FigureLine]:
        """Answer the lines that are shown."""
        return self.table.rows()

    def _arrange(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(spacing(12))
        bar.addWidget(self.kinds, 1)
        bar.addWidget(self.years)
        head = QHBoxLayout()
        head.addWidget(title(_("Figures")), 1)
        head.addWidget(self.back_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing(12))
        layout.addLayout(head)
        layout.addLayout(bar)
        told = _("Requests by the day on which they came, declined and unsuitable ones as well.")
        layout.addWidget(quiet(told))
        layout.addWidget(self.state, 1)

    def _on_kind_chosen(self, _kind: str) -> None:
        self._show()

    def _on_figures(self, figures: tuple[FigureRow, ...]) -> None:
        self._figures = figures
        self._show()
        self.state.show_content()

    def _show(self) -> None:
        by_service = self.kinds.value() == _BY_SERVICE
        lines: dict[str, Counter[str]] = {}
        total: Counter[str] = Counter()
        for row in self._figures:
            key = row.service if by_service else row.source
            lines.setdefault(key, Counter())[row.stage] += row.requests
            total[row.stage] += row.requests
        words = service_words if by_service else source_words
        shown = [FigureLine(words(key), counts) for key, counts in lines.items()]
        self.table.set_rows([*shown, FigureLine(_("Together"), total)])

    def _on_unavailable(self, trouble: Unavailable) -> None:
        self.state.show_failed(f"{say(trouble.problem)} {say(trouble.remedy)}".strip())


def _columns() -> list[Column[FigureLine]]:
    stages = [
        Column[FigureLine](_title(stage), partial(_number, stage), align="right") for stage in Stage
    ]
    return [
        Column(_("Requests"), _words, width="stretch", strong=True, least=140),
        *stages,
        Column(_("Together"), _total, align="right", strong=True),
    ]


def _title(stage: Stage) -> str:
    """Answer the words of a stage, short enough for a column of numbers."""
    return _("Waiting") if stage is Stage.WAITING else stage_words(stage)


def _words(line: FigureLine) -> str:
    return line.words


def _number(stage: Stage, line: FigureLine) -> str:
    return str(line.counts[stage])


def _total(line: FigureLine) -> str:
    return str(line.counts.total())
