"""The columns of the people list: the usual ones, and those that a view can add."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.clients.queries.facts import PersonRow
from app.exchange.writing.columns import ExportColumn
from resources.text import _
from ui import formats
from ui.clients import people_cells as cells
from ui.clients.words import age_words
from ui.picking.hit_words import birth_words, place_line
from ui.widgets.columns import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.clients.queries import ClientHit
    from app.clients.queries.facts import PersonFacts
    from app.exchange.writing.rules import Cell

NAME = "name"
USUAL = (NAME, "age")
"""The columns of a list that nobody changed; they need no further facts."""
WITHOUT_FACTS = frozenset({NAME, "age", "birth"})
AGE_WIDTH = 136
"""Pixels at 100 % that "about 91 years" takes in every language: nothing is measured."""
NAME_WIDTH = 170
"""Pixels at 100 % that a name keeps, however many columns stand beside it."""


@dataclass(frozen=True)
class PeopleColumn:
    """One column; `cell` is what a file gets, and the list shows that in words."""

    key: str
    title: str
    cell: Callable[[PersonRow], Cell]
    width: int = 140
    """Pixels at 100 % on screen."""
    reveals_address: bool = False
    is_listed: bool = True
    """Whether the list on screen can have it, or only a file."""


def people_columns(today: date) -> tuple[PeopleColumn, ...]:
    """Answer all columns in the language of the window; ages are those of `today`."""

    def years(row: PersonRow) -> Cell:
        return cells.years(row, today)

    def status(row: PersonRow) -> Cell:
        return cells.status(row, today)

    return (
        PeopleColumn(NAME, _("Name"), cells.name),
        PeopleColumn("family_name", _("Family name"), cells.family_name, is_listed=False),
        PeopleColumn("given_name", _("Given name"), cells.given_name, is_listed=False),
        PeopleColumn("age", _("Age"), years),
        PeopleColumn("birth", _("Born"), cells.birth, 120),
        PeopleColumn("phone", _("Phone"), cells.phone, 150),
        PeopleColumn("mobile", _("Mobile"), cells.mobile, 150),
        PeopleColumn("email", _("E-mail"), cells.email, 190),
        PeopleColumn("street", _("Street"), cells.street, 170, reveals_address=True),
        PeopleColumn("postal_code", _("Postcode"), cells.postal_code, 90, reveals_address=True),
        PeopleColumn("city", _("Town"), cells.city, reveals_address=True),
        PeopleColumn("area", _("Area"), cells.area, reveals_address=True),
        PeopleColumn("status", _("Status"), status, 130),
        PeopleColumn("roles", _("Roles"), cells.roles, 150),
        PeopleColumn("responsible", _("Responsible"), cells.responsible),
        PeopleColumn("last_contact", _("Last contact"), cells.last_contact, 120),
        PeopleColumn("languages", _("Languages"), cells.languages, 160),
        PeopleColumn("living", _("Living situation"), cells.living),
    )


def export_columns(today: date) -> tuple[ExportColumn[PersonRow], ...]:
    """Answer the columns that a file can have."""
    return tuple(
        ExportColumn(column.key, column.title, column.cell, column.reveals_address)
        for column in people_columns(today)
    )


class ListedColumns:
    """The columns of the list on screen, and the facts they show as far as they are known."""

    def __init__(self, today: date) -> None:
        """Begin without facts; they are empty until they come."""
        self.today = today
        self.facts: dict[str, PersonFacts] = {}

    def options(self) -> list[tuple[str, str]]:
        """Answer key and title of every column that the list can have."""
        return [(column.key, column.title) for column in self._all()]

    def of(self, keys: Sequence[str]) -> list[Column[ClientHit]]:
        """Answer the columns of a view; the name always comes along, unknown keys do not."""
        known = {column.key: column for column in self._all()}
        wanted = [key for key in keys if key in known] or list(USUAL)
        if NAME not in wanted:
            wanted.insert(0, NAME)
        return [self._column(known[key]) for key in wanted]

    def _all(self) -> list[PeopleColumn]:
        return [column for column in people_columns(self.today) if column.is_listed]

    def _column(self, column: PeopleColumn) -> Column[ClientHit]:
        if column.key == NAME:
            return Column(
                column.title,
                _sorted_name,
                width="stretch",
                quiet=place_line,
                least=NAME_WIDTH,
                key=column.key,
            )
        if column.key == "age":
            return Column(column.title, self._age, width=AGE_WIDTH, align="right", key=column.key)
        words, width = self._words_of(column), column.width
        return Column(column.title, words, width=width, least=width, key=column.key)

    def _age(self, hit: ClientHit) -> str:
        return age_words(hit.birth, self.today)

    def _words_of(self, column: PeopleColumn) -> Callable[[ClientHit], str]:
        if column.key == "birth":
            return _birth

        def words(hit: ClientHit) -> str:
            facts = self.facts.get(hit.key)
            if facts is None:
                return ""
            if column.reveals_address and hit.address_protected:
                return _("Protected")
            return _shown(column.cell(PersonRow(hit, facts)))

        return words


def _sorted_name(hit: ClientHit) -> str:
    return hit.sorted_name


def _birth(hit: ClientHit) -> str:
    return birth_words(hit.birth)


def _shown(cell: Cell) -> str:
    """Answer a cell as the screen shows it."""
    if cell is None:
        return ""
    return formats.show_day(cell) if isinstance(cell, date) else str(cell)
