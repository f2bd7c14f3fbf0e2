"""The list of volunteers: those of now, what is to be done first, those who left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout

from app.clients.languages import language_name
from app.volunteers.queries import VolunteerList, VolunteerRow, list_volunteers
from app.volunteers.rules import STAGE_LABELS, VolunteerStage
from resources.text import _, language, ngettext
from ui.style import spacing
from ui.views.row_list import RowList
from ui.volunteers.volunteer_columns import volunteer_columns
from ui.volunteers.words import options
from ui.widgets.chips import FilterBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import ChoiceField
from ui.widgets.search_field import SearchField
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.exchange.views.rules import View
    from ui.desk import Desk, Pending


class VolunteerListView(RowList[VolunteerRow]):
    """Rows come by name; those with something to do come by its day."""

    def __init__(self, desk: Desk) -> None:
        """Build the list; nothing is asked before `refresh`."""
        columns = volunteer_columns()
        table = DataTable(columns.of(columns.usual), _("Volunteers"))
        super().__init__(desk, "volunteers", columns, table)
        self.search = SearchField(_("Find a volunteer by name"))
        self.filters: FilterBar[VolunteerList] = FilterBar(
            list(_lists().items()), _("Which volunteers are listed")
        )
        stages = {stage: STAGE_LABELS[stage] for stage in _STAGES}
        self.stages = ChoiceField(options(stages, ("", _("All stages"))))
        self.areas: ChoiceField[str] = ChoiceField([("", _("All districts"))])
        self.languages: ChoiceField[str] = ChoiceField([("", _("All languages"))])
        narrowing = QHBoxLayout()
        narrowing.setSpacing(spacing(8))
        names = (
            _("Stage of the volunteers listed"),
            _("District of the volunteers listed"),
            _("Language of the volunteers listed"),
        )
        for field, name in zip(self._choices(), names, strict=True):
            field.setAccessibleName(name)
            field.changed.connect(self.on_narrowed)
            narrowing.addWidget(field, 1)
        self.arrange(self.search, self.filters, narrowing, search=self.search)
        self.filters.chosen.connect(self.on_narrowed)

    def ask_rows(self) -> Pending[tuple[VolunteerRow, ...]]:
        """Ask for the volunteers that the list is narrowed down to."""
        return self.desk.ask(
            list_volunteers,
            self.filters.value(),
            self.desk.local_now.date(),
            typed=self.search.value(),
            stage=self.stages.value(),
            area=self.areas.value(),
            language=self.languages.value(),
        )

    def show_rows(self, rows: Sequence[VolunteerRow]) -> None:
        """Show other rows, and offer the districts and languages that there are among them."""
        super().show_rows(rows)
        areas = {row.area for row in rows if row.area}
        tags = {tag for row in rows for tag in row.languages}
        first = ("", _("All districts"))
        _offer(self.areas, first, ((area, area) for area in areas))
        named = ((tag, language_name(tag, language())) for tag in tags)
        _offer(self.languages, ("", _("All languages")), named)

    def selection(self) -> str:
        """Answer in words what is listed."""
        typed = self.search.value()
        sought = _("Search: {typed}").format(typed=typed) if typed else ""
        narrowed = (field.currentText() if field.value() else "" for field in self._choices())
        return " · ".join(filter(None, (_lists()[self.filters.value()], *narrowed, sought)))

    def show_list(self, which: VolunteerList) -> None:
        """Show another list."""
        self.filters.set_value(which)
        self.on_narrowed()

    def as_filters(self) -> tuple[tuple[str, str], ...]:
        """Answer list, stage, district and language, where they are chosen."""
        names = ("list", "stage", "area", "language")
        values = (self.filters.value().value, *(field.value() for field in self._choices()))
        pairs = zip(names, values, strict=True)
        return tuple((name, value) for name, value in pairs if value)

    def take_filters(self, view: View) -> None:
        """Narrow down as a view says."""
        which = view.chosen("list")
        known = which in set(VolunteerList)
        self.filters.set_value(VolunteerList(which) if known else VolunteerList.NOW)
        for name, field in zip(("stage", "area", "language"), self._choices(), strict=True):
            value = view.chosen(name)
            words = language_name(value, language()) if name == "language" else value
            with QSignalBlocker(field):
                if name != "stage" and value:
                    _offer(field, ("", field.itemText(0)), [(value, words)])
                field.restore_text(value)

    def count_words(self, count: int) -> str:
        """Answer how many volunteers are listed."""
        return ngettext("{count} volunteer", "{count} volunteers", count)

    def nothing(self) -> EmptyState:
        """Answer what an empty list says; the first volunteer can be added from it."""
        if self.search.value() or any(field.value() for field in self._choices()):
            return EmptyState(_("No volunteer belongs to this list."), icon="heart")
        if self.filters.value() is VolunteerList.TO_DO:
            return EmptyState(_("Nothing is missing and nothing expires soon."), icon="done")
        if self.filters.value() is VolunteerList.LEFT:
            return EmptyState(_("Nobody has left yet."), icon="heart")
        sentence = _("Whoever wants to visit people is kept here, from the first call on.")
        return EmptyState(sentence, _("Add volunteer"), icon="heart")

    def _choices(self) -> tuple[ChoiceField[str], ...]:
        return (self.stages, self.areas, self.languages)


_STAGES = tuple(stage for stage in VolunteerStage if stage is not VolunteerStage.LEFT)


def _offer(
    field: ChoiceField[str], first: tuple[str, str], found: Iterable[tuple[str, str]]
) -> None:
    """Offer what there is, and what is chosen."""
    chosen = (field.value(), field.currentText()) if field.value() else None
    offered = dict(found) | ({chosen[0]: chosen[1]} if chosen else {})
    field.set_options([first, *sorted(offered.items(), key=lambda one: one[1].casefold())])


def _lists() -> dict[VolunteerList, str]:
    return {
        VolunteerList.NOW: _("Volunteers"),
        VolunteerList.TO_DO: _("Something to do"),
        VolunteerList.LEFT: _("Left"),
    }
