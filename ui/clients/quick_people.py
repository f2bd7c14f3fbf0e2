"""People for the search of the top bar (Ctrl+K)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.queries import find_clients
from resources.text import language
from ui.desk import Pending
from ui.picking.hit_words import birth_words, place_line
from ui.quick_search import MOST_SHOWN, Finding
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.clients.queries import ClientHit
    from ui.desk import Desk


class QuickPeople:
    """A source of findings: asked by the window once the office is open."""

    def __init__(self, desk: Desk) -> None:
        """Ask at a desk."""
        self._desk = desk

    def __call__(self, typed: str) -> Pending[Sequence[Finding]]:
        """Answer the people whose name begins with what is typed."""
        answer: Pending[Sequence[Finding]] = Pending()
        found = self._desk.ask(find_clients, typed, MOST_SHOWN, language=language())
        found.then(_Handover(answer))
        return answer


class _Handover:
    """Turns hits into findings when they come."""

    def __init__(self, answer: Pending[Sequence[Finding]]) -> None:
        self._answer = answer

    def __call__(self, hits: tuple[ClientHit, ...]) -> None:
        self._answer.answer([_finding(hit) for hit in hits])


def _finding(hit: ClientHit) -> Finding:
    detail = " · ".join(filter(None, (birth_words(hit.birth), place_line(hit))))
    return Finding(hit.name, detail, "person", Place("clients", hit.id))
