"""Institutions for the search of the top bar (Ctrl+K)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.institutions.queries import find_institutions
from resources.text import language
from ui.desk import Pending
from ui.institutions.words import kind_icon, row_line, row_phone
from ui.quick_search import Finding
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.institutions.queries import InstitutionRow
    from ui.desk import Desk

MOST_FOUND = 3
"""Institutions among what is found: people come first."""


class QuickInstitutions:
    """A source of findings: asked by the window once the office is open."""

    def __init__(self, desk: Desk) -> None:
        """Ask at a desk."""
        self._desk = desk

    def __call__(self, typed: str) -> Pending[Sequence[Finding]]:
        """Answer the institutions whose name has what is typed."""
        answer: Pending[Sequence[Finding]] = Pending()
        found = self._desk.ask(find_institutions, typed, MOST_FOUND, language=language())
        found.then(_Handover(answer))
        return answer


class _Handover:
    """Turns rows into findings when they come."""

    def __init__(self, answer: Pending[Sequence[Finding]]) -> None:
        self._answer = answer

    def __call__(self, rows: tuple[InstitutionRow, ...]) -> None:
        self._answer.answer([_finding(row) for row in rows])


def _finding(row: InstitutionRow) -> Finding:
    detail = " · ".join(filter(None, (row_line(row), row_phone(row))))
    return Finding(row.name, detail, kind_icon(row.kind), Place("institutions", row.id))
