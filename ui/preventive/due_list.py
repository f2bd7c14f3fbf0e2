"""Who is due in a period: what is to be offered first; keys record what people answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from app.preventive.queries import DueList, DueRow, due_people
from app.preventive.rules import OfferState
from resources.text import _, ngettext
from ui import formats
from ui.preventive.due_columns import due_columns
from ui.preventive.due_table import DueTable
from ui.preventive.period_field import PeriodField
from ui.preventive.words import rule_title
from ui.style import spacing
from ui.views.row_list import RowList
from ui.widgets.chips import FilterBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import ChoiceField
from ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.errors import Unavailable
    from app.exchange.views.rules import View
    from app.preventive.queries import DuePeople
    from app.preventive.rules import PreventiveDays, PreventiveRule
    from ui.desk import Desk, Pending

KEYS = {
    "A": OfferState.ACCEPTED,
    "D": OfferState.DECLINED,
    "L": OfferState.MOVED,
    "O": OfferState.OFFERED,
    "V": OfferState.VISITED,
    "X": OfferState.EXEMPT,
}
"""On a row: accepted, declined, later, offered, visited, exempt."""

PAGE = 500
"""Rows that are read at once: an office has tens of thousands, and few are looked at."""


class DueListView(RowList[DueRow]):
    """Several rows can be marked with Shift and Ctrl, and answered with one key.

    All are marked with Ctrl+A, also those that have to be read for that.
    """

    answer_wanted = Signal(object)
    """An `OfferState` for the rows that are marked."""

    def __init__(self, desk: Desk) -> None:
        """Build the list; nothing is asked before `refresh`."""
        self.rules: dict[str, PreventiveRule] = {}
        self._most = PAGE
        self._marks_all = False
        self._key_pressed: OfferState | None = None
        """Waits until all are read and marked, as they are meant to be."""
        self.total = 0
        """How many there are, also those that are not read."""
        self.days: PreventiveDays | None = None
        self._desk_of_days = desk
        columns = due_columns(self.rules, self._today)
        self.due_table = table = DueTable(columns.of(columns.usual))
        super().__init__(desk, "preventive", columns, table)
        self.columns = columns
        self.search = SearchField(_("Find somebody by name"))
        self.period = PeriodField(self._today)
        self.filters: FilterBar[DueList] = FilterBar(list(_lists().items()), _("What is listed"))
        self.rule: ChoiceField[str] = ChoiceField([("", _("All rules"))])
        self.areas: ChoiceField[str] = ChoiceField([("", _("All districts"))])
        narrowing = QHBoxLayout()
        narrowing.setSpacing(spacing(8))
        narrowing.addWidget(self.period, 1)
        names = (_("Rule of those listed"), _("District of those listed"))
        for field, name in zip((self.rule, self.areas), names, strict=True):
            field.setAccessibleName(name)
            field.changed.connect(self.on_narrowed)
            narrowing.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.arrange(self.search, narrowing, self.filters, search=self.search)
        self.filters.chosen.connect(self.on_narrowed)
        self.period.changed.connect(self.on_narrowed)
        table.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        table.horizontalHeader().sectionClicked.connect(self._on_title_clicked)
        table.all_wanted.connect(self._on_all_wanted)
        table.marked_changed.connect(self._on_marked_changed)
        for key, state in KEYS.items():
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.setProperty("state", state.value)
            shortcut.activated.connect(self._on_key)

    def refresh(self) -> None:
        """Ask again, for as many rows as there were."""
        self._most = max(PAGE, len(self.rows()))
        super().refresh()

    def on_narrowed(self, *value: object) -> None:
        """Begin at the head of what the list is narrowed down to now."""
        self._begin_anew()
        super().on_narrowed(*value)

    def on_typed(self, typed: str) -> None:
        """Begin at the head of those who are found."""
        self._begin_anew()
        super().on_typed(typed)

    def ask_rows(self) -> Pending[DuePeople]:
        """Ask for the first of those that the list is narrowed down to, or for all to mark them."""
        return self._ask(None if self._marks_all else self._most)

    def ask_all(self) -> Pending[DuePeople]:
        """Ask for everybody that the list is narrowed down to, as for letters and files."""
        return self._ask(None)

    def _ask(self, most: int | None) -> Pending[DuePeople]:
        return self.desk.ask(
            due_people,
            self.period.value(),
            self._today(),
            self.filters.value(),
            rule_code=self.rule.value(),
            area=self.areas.value(),
            typed=self.search.value(),
            most=most,
        )

    def rows_of(self, answer: DuePeople) -> Sequence[DueRow]:
        """Take what rules and districts there are, and answer the rows."""
        self.days, self.total = answer.days, answer.total
        self.rules.clear()
        self.rules.update((rule.code, rule) for rule in answer.rules)
        asked = [rule for rule in answer.rules if rule.is_on and rule.holds_on(self._today())]
        named = [(rule.code, rule_title(rule)) for rule in asked]
        _offer(self.rule, _("All rules"), named)
        _offer(self.areas, _("All districts"), [(area, area) for area in answer.areas])
        return answer.rows

    def marked(self) -> tuple[DueRow, ...]:
        """Answer the rows that are marked, from top to bottom."""
        rows = self.rows()
        chosen = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(rows[at] for at in chosen)

    def row_of(self, record_id: object) -> DueRow | None:
        """Answer the row of an offer."""
        return next((row for row in self.rows() if row.id == record_id), None)

    def after(self, rows: Sequence[DueRow]) -> DueRow | None:
        """Answer the row behind the last of some."""
        shown = self.rows()
        if not rows or rows[-1] not in shown:
            return None
        at = shown.index(rows[-1]) + 1
        return shown[at] if at < len(shown) else None

    def show_list(self, which: DueList) -> None:
        """Show another list."""
        self.filters.set_value(which)
        self.on_narrowed()

    def selection(self) -> str:
        """Answer in words what is listed."""
        typed = self.search.value()
        sought = _("Search: {typed}").format(typed=typed) if typed else ""
        narrowed = (f.currentText() if f.value() else "" for f in (self.rule, self.areas))
        first = (_lists()[self.filters.value()], self.period.span_words())
        return " · ".join(filter(None, (*first, *narrowed, sought)))

    def as_filters(self) -> tuple[tuple[str, str], ...]:
        """Answer list, period, rule and district."""
        values = {
            "list": self.filters.value().value,
            "period": self.period.kind.value().value,
            "rule": self.rule.value(),
            "area": self.areas.value(),
        }
        return tuple((name, value) for name, value in values.items() if value)

    def take_filters(self, view: View) -> None:
        """Narrow down as a view says."""
        which = view.chosen("list")
        known = which in set(DueList)
        self.filters.set_value(DueList(which) if known else DueList.TO_OFFER)
        self.period.restore(view.chosen("period"))
        for name, field in (("rule", self.rule), ("area", self.areas)):
            value = view.chosen(name)
            with QSignalBlocker(field):
                if value:
                    _offer(field, field.itemText(0), [(value, value)])
                field.restore_text(value)

    def count_words(self, count: int) -> str:
        """Answer how many visits there are, also those that are not read, and how many marked."""
        listed = ngettext("{count} visit", "{count} visits", max(count, self.total))
        marked = self.due_table.marked_count()
        if marked <= 1:
            return listed
        of_them = formats.show_number(marked)
        return _("{visits}, {count} of them marked").format(visits=listed, count=of_them)

    def nothing(self) -> EmptyState:
        """Answer what an empty list says."""
        if self.search.value() or self.rule.value() or self.areas.value():
            return EmptyState(_("Nobody belongs to this list."), icon="search")
        sentences = {
            DueList.TO_OFFER: _("Everybody who is due in this period was offered a visit."),
            DueList.WAITING: _("Nobody was offered a visit without an answer."),
            DueList.TO_REMIND: _("Nobody has to be reminded today."),
            DueList.ACCEPTED: _("No accepted visit stands out in this period."),
            DueList.SETTLED: _("Nothing is settled in this period yet."),
            DueList.ALL: _("Nobody is due in this period."),
        }
        return EmptyState(sentences[self.filters.value()], icon="home")

    def _on_scrolled(self, value: int) -> None:
        """Read on before the end of what is read comes into sight."""
        bar = self.table.verticalScrollBar()
        if value > bar.maximum() - 3 * bar.pageStep():
            self._read_on(len(self.rows()) + PAGE)

    def _on_title_clicked(self, _column: int) -> None:
        """Read everything: what comes first by another column may not be read yet."""
        self._read_on(self.total)

    def _read_on(self, most: int) -> None:
        # What is marked would be lost with other rows.
        is_free = self.pending is None and self.due_table.marked_count() <= 1
        if is_free and 0 < len(self.rows()) < self.total:
            self._most = most
            self.pending = self.ask_rows().then(self._on_found)
            self.pending.if_unavailable(self.on_unavailable)

    def _begin_anew(self) -> None:
        self._most, self._marks_all, self._key_pressed = PAGE, False, None

    def _on_all_wanted(self) -> None:
        """Mark everybody whom the list counts; who is not read yet is read first."""
        if len(self.rows()) >= self.total:
            self.due_table.mark_all()
            return
        self._marks_all = True
        self.ask()

    def _on_found(self, answer: object) -> None:
        super()._on_found(answer)
        if not self._marks_all:
            return
        key, self._key_pressed, self._marks_all = self._key_pressed, None, False
        self._most = len(self.rows())
        self.due_table.mark_all()
        if key is not None:
            self.answer_wanted.emit(key)

    def on_unavailable(self, trouble: Unavailable) -> None:
        """Say that the list cannot be had; nothing is marked then."""
        self._begin_anew()
        super().on_unavailable(trouble)

    def _on_marked_changed(self) -> None:
        self.count.setText(self.count_words(len(self.rows())))

    def _on_key(self) -> None:
        state = OfferState(self.sender().property("state"))
        if self._marks_all:
            self._key_pressed = state
        elif self.due_table.marked_count():
            self.answer_wanted.emit(state)

    def _today(self) -> date:
        return self._desk_of_days.local_now.date()


def _offer(field: ChoiceField[str], first: str, found: Sequence[tuple[str, str]]) -> None:
    """Offer what there is, and what is chosen."""
    chosen = (field.value(), field.currentText()) if field.value() else None
    offered = dict(found)
    if chosen is not None:
        offered.setdefault(*chosen)
    with QSignalBlocker(field):
        field.set_options([("", first), *offered.items()])
        field.set_value(chosen[0] if chosen is not None else "")


def _lists() -> dict[DueList, str]:
    return {
        DueList.TO_OFFER: _("To be offered"),
        DueList.WAITING: _("No answer yet"),
        DueList.TO_REMIND: _("To be reminded"),
        DueList.ACCEPTED: _("Accepted"),
        DueList.SETTLED: _("Settled"),
        DueList.ALL: _("All"),
    }
