"""Who waits for a volunteer and which matches there are, those to be asked after first."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from app.matches.queries import MatchList, MatchRow, WaitingRow, list_matches, waiting_people
from resources.text import _, ngettext
from ui.matches.words import match_line, stage_words, waits_words
from ui.views.row_columns import RowColumn, RowColumns
from ui.views.row_list import RowList
from ui.widgets.chips import FilterBar
from ui.widgets.columns import Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from uuid import UUID

    from app.exchange.views.rules import View
    from ui.desk import Desk, Pending

Row = MatchRow | WaitingRow


class Which(StrEnum):
    """The lists of the page."""

    WAITING = "waiting"
    OPEN = "open"
    CHECK_IN = "check_in"
    ENDED = "ended"


class MatchListView(RowList[Row]):
    """Who has waited longest stands first."""

    def __init__(self, desk: Desk) -> None:
        """Build the list; nothing is asked before `refresh`."""
        columns = match_columns(self._today)
        table = DataTable(columns.of(columns.usual), _("Matching"))
        super().__init__(desk, "matches", columns, table)
        self.filters: FilterBar[Which] = FilterBar(list(_lists().items()), _("What is listed"))
        self.arrange(self.filters)
        self.filters.chosen.connect(self.on_narrowed)

    def ask_rows(self) -> Pending[tuple[MatchRow, ...]] | Pending[tuple[WaitingRow, ...]]:
        """Ask for the rows of the list that is chosen."""
        which = self.filters.value()
        if which is Which.WAITING:
            return self.desk.ask(waiting_people)
        return self.desk.ask(list_matches, MatchList(which.value), self._today())

    def person_of(self, record_id: UUID) -> UUID:
        """Answer the person of a row: one who waits, or the one of a match who is visited."""
        for row in self.rows():
            if row.id == record_id and isinstance(row, MatchRow):
                return row.person_id
        return record_id

    def show_list(self, which: Which) -> None:
        """Show another list."""
        self.filters.set_value(which)
        self.on_narrowed()

    def as_filters(self) -> tuple[tuple[str, str], ...]:
        """Answer the list."""
        return (("list", self.filters.value().value),)

    def take_filters(self, view: View) -> None:
        """Choose the list of a view."""
        which = view.chosen("list")
        self.filters.set_value(Which(which) if which in set(Which) else Which.WAITING)

    def selection(self) -> str:
        """Answer in words what is listed."""
        return _lists()[self.filters.value()]

    def count_words(self, count: int) -> str:
        """Answer how many rows are listed."""
        if self.filters.value() is Which.WAITING:
            return ngettext("{count} person waits", "{count} people wait", count)
        return ngettext("{count} match", "{count} matches", count)

    def nothing(self) -> EmptyState:
        """Answer what an empty list says."""
        sentences = {
            Which.WAITING: _(
                "Nobody waits. Whoever is put on the waiting list for visits stands here."
            ),
            Which.OPEN: _("There is no match. Choose somebody who waits and propose a volunteer."),
            Which.CHECK_IN: _("Nobody has to be asked how it goes today."),
            Which.ENDED: _("No match has ended yet."),
        }
        return EmptyState(sentences[self.filters.value()], icon="heart")

    def _today(self) -> date:
        return self.desk.local_now.date()


def match_columns(today: Callable[[], date]) -> RowColumns[Row]:
    """Answer all columns in the language of the window; ages are counted until `today`."""

    def more(row: Row) -> str:
        if isinstance(row, MatchRow):
            return match_line(row)
        rung = _("rung by {name}").format(name=row.caller) if row.caller else ""
        parts = (waits_words(row.since, today()), row.area, rung, row.reason)
        return " · ".join(filter(None, parts))

    def days(row: Row) -> int:
        return max(0, (today() - row.since).days)

    name = Column(_("Name"), _name, width="stretch", quiet=more, least=190)
    columns: tuple[RowColumn[Row], ...] = (
        RowColumn("name", _("Name"), _name, shown=name),
        RowColumn("stage", _("Stage"), _stage, 150),
        RowColumn("visitor", _("Volunteer"), _visitor, 150),
        RowColumn("since", _("Since"), _since, 110),
        RowColumn("days", _("Days"), days, 70),
        RowColumn("contact", _("Last contact"), _last_contact, 120),
        RowColumn("called", _("Last call"), _called_on, 110),
        RowColumn("caller", _("Who rings"), _caller, 150),
        RowColumn("more", _("More"), more, 230),
    )
    return RowColumns(columns, ("name", "stage"))


def _name(row: Row) -> str:
    if isinstance(row, WaitingRow):
        return row.name
    return _("{person} and {visitor}").format(person=row.person_name, visitor=row.visitor_name)


def _visitor(row: Row) -> str:
    return row.visitor_name if isinstance(row, MatchRow) else ""


def _last_contact(row: Row) -> date | None:
    return row.last_contact if isinstance(row, WaitingRow) else None


def _called_on(row: Row) -> date | None:
    return row.called_on if isinstance(row, WaitingRow) else None


def _caller(row: Row) -> str:
    return row.caller if isinstance(row, WaitingRow) else ""


def _since(row: Row) -> date:
    return row.since


def _stage(row: Row) -> str:
    if isinstance(row, MatchRow):
        return stage_words(row.stage)
    if not row.has_wish:
        return _("Ask for wishes")
    return _("{found} of {wanted} found").format(found=row.matched, wanted=row.wanted)


def _lists() -> dict[Which, str]:
    return {
        Which.WAITING: _("Waiting"),
        Which.OPEN: _("Matches"),
        Which.CHECK_IN: _("To be asked"),
        Which.ENDED: _("Ended"),
    }
