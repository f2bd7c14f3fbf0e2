"""The columns of the people list: the usual ones, and those that a view can add."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.clients.queries.facts import PersonRow
from resources.text import _
from ui.clients import people_cells as cells
from ui.clients.own_entries import cell_of, field_words
from ui.clients.words import age_words
from ui.picking.hit_words import birth_words, place_line
from ui.views.row_columns import RowColumn, cell_words, chosen_keys
from ui.widgets.columns import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from app.clients.queries import ClientHit
    from app.clients.queries.facts import PersonFacts
    from app.custom.rules import OwnField
    from app.exchange.writing.rules import Cell

NAME = "name"
USUAL = (NAME, "age")
"""The columns of a list that nobody changed; they need no further facts."""
OWN = "own_"
"""Begins the key of a column that shows an own field of the office."""
WITHOUT_FACTS = frozenset({NAME, "age", "birth"})
AGE_WIDTH = 136
"""Pixels at 100 % that "about 91 years" takes in every language: nothing is measured."""
NAME_WIDTH = 170
"""Pixels at 100 % that a name keeps, however many columns stand beside it."""


def people_columns(today: date, own: Sequence[OwnField] = ()) -> tuple[RowColumn[PersonRow], ...]:
    """Answer all columns in the language of the window; ages are those of `today`.

    Those of the office's `own` fields come last.
    """

    def years(row: PersonRow) -> Cell:
        return cells.years(row, today)

    def status(row: PersonRow) -> Cell:
        return cells.status(row, today)

    return (
        RowColumn(NAME, _("Name"), cells.name),
        RowColumn("family_name", _("Family name"), cells.family_name, is_listed=False),
        RowColumn("given_name", _("Given name"), cells.given_name, is_listed=False),
        RowColumn("age", _("Age"), years),
        RowColumn("birth", _("Born"), cells.birth, 120),
        RowColumn("phone", _("Phone"), cells.phone, 150),
        RowColumn("mobile", _("Mobile"), cells.mobile, 150),
        RowColumn("email", _("E-mail"), cells.email, 190),
        RowColumn("street", _("Street"), cells.street, 170, reveals_address=True),
        RowColumn("postal_code", _("Postcode"), cells.postal_code, 90, reveals_address=True),
        RowColumn("city", _("Town"), cells.city, reveals_address=True),
        RowColumn("area", _("Area"), cells.area, reveals_address=True),
        RowColumn("status", _("Status"), status, 130),
        RowColumn("roles", _("Roles"), cells.roles, 150),
        RowColumn("responsible", _("Responsible"), cells.responsible),
        RowColumn("last_contact", _("Last contact"), cells.last_contact, 120),
        RowColumn("languages", _("Languages"), cells.languages, 160),
        RowColumn("living", _("Living situation"), cells.living),
        *(
            RowColumn(own_key(field), field_words(field), partial(_own_cell, field))
            for field in own
        ),
    )


def own_key(field: OwnField) -> str:
    """Answer by what a view remembers the column of an own field."""
    return f"{OWN}{field.id.hex}"


def _own_cell(field: OwnField, row: PersonRow) -> Cell:
    return cell_of(field.details, row.facts.own.get(field.id.hex, ""))


class ListedColumns:
    """The columns of the list on screen, and the facts they show as far as they are known."""

    usual = USUAL

    def __init__(self, today: date) -> None:
        """Begin without facts; they are empty until they come."""
        self.today = today
        self.facts: dict[str, PersonFacts] = {}
        self.own: tuple[OwnField, ...] = ()
        """The office's own fields, once they are known."""

    def options(self) -> list[tuple[str, str]]:
        """Answer key and title of every column that the list can have."""
        return [(column.key, column.title) for column in self._all()]

    def of(self, keys: Sequence[str]) -> list[Column[ClientHit]]:
        """Answer the columns of a view; the name always comes along, unknown keys do not."""
        known = {column.key: column for column in self._all()}
        return [self._column(known[key]) for key in chosen_keys(keys, known, USUAL)]

    def _all(self) -> list[RowColumn[PersonRow]]:
        return [column for column in people_columns(self.today, self.own) if column.is_listed]

    def _column(self, column: RowColumn[PersonRow]) -> Column[ClientHit]:
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

    def _words_of(self, column: RowColumn[PersonRow]) -> Callable[[ClientHit], str]:
        if column.key == "birth":
            return _birth

        def words(hit: ClientHit) -> str:
            facts = self.facts.get(hit.key)
            if facts is None:
                return ""
            if column.reveals_address and hit.address_protected:
                return _("Protected")
            return cell_words(column.cell(PersonRow(hit, facts)))

        return words


def _sorted_name(hit: ClientHit) -> str:
    return hit.sorted_name


def _birth(hit: ClientHit) -> str:
    return birth_words(hit.birth)
