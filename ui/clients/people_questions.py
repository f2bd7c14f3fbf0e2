"""Asks the office about the people list: whom it has, how many, where somebody stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.queries import (
    client_hit,
    client_place,
    client_window,
    count_clients,
    find_clients,
)
from app.clients.queries.facts import person_facts
from resources.text import language

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from app.clients.queries import ClientHit
    from app.clients.queries.facts import PersonFacts
    from ui.desk import Desk, Pending
    from ui.picking.people_selection import Selection

EVERYBODY = 10_000_000
"""More people than any office knows."""


class PeopleQuestions:
    """The same selection, language and day in every question."""

    def __init__(self, desk: Desk) -> None:
        """Ask at a desk."""
        self._desk = desk

    @property
    def today(self) -> date:
        """The present day of the office."""
        return self._desk.local_now.date()

    def find(self, chosen: Selection, most: int) -> Pending[tuple[ClientHit, ...]]:
        """Ask whom the typed name finds."""
        return self._desk.ask(
            find_clients,
            chosen.typed,
            most,
            kind=chosen.kind,
            status=chosen.status,
            more=chosen.more,
            language=language(),
            today=self.today,
        )

    def window(self, chosen: Selection, start: int, rows: int) -> Pending[tuple[ClientHit, ...]]:
        """Ask for rows of the list from a place on."""
        return self._desk.ask(
            client_window,
            start,
            rows,
            kind=chosen.kind,
            status=chosen.status,
            more=chosen.more,
            language=language(),
            today=self.today,
        )

    def count(self, chosen: Selection) -> Pending[int]:
        """Ask how many people the list has."""
        asked = (chosen.kind, self.today, chosen.status, chosen.more)
        return self._desk.ask(count_clients, *asked)

    def place(self, chosen: Selection, client_id: UUID) -> Pending[int | None]:
        """Ask how many people stand before one in the list."""
        return self._desk.ask(
            client_place,
            client_id,
            kind=chosen.kind,
            status=chosen.status,
            more=chosen.more,
            language=language(),
            today=self.today,
        )

    def hit(self, client_id: UUID) -> Pending[ClientHit | None]:
        """Ask for one person as lists show it."""
        return self._desk.ask(client_hit, client_id)

    def facts(self, hits: Sequence[ClientHit]) -> Pending[dict[str, PersonFacts]]:
        """Ask what further columns show of people."""
        return self._desk.ask(person_facts, hits, self.today)
