"""Chooses an institution by the beginning of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.institutions.queries import InstitutionRow, find_institutions
from resources.text import _, language
from ui.institutions.words import row_line, whole_name
from ui.picking.hits_model import HitsModel
from ui.picking.record_picker import MOST_SHOWN, RecordPicker

if TYPE_CHECKING:
    from ui.desk import Desk, Pending


class InstitutionPicker(RecordPicker[InstitutionRow]):
    """Departments are named with their association."""

    def __init__(self, desk: Desk) -> None:
        """Begin with none chosen."""
        hits = HitsModel(_line, _("No institution is found."))
        super().__init__(desk, hits, _("Institutions found"))

    def ask_hits(self, typed: str) -> Pending[tuple[InstitutionRow, ...]]:
        """Ask for the institutions in use whose name begins with what is typed."""
        return self.desk.ask(find_institutions, typed, MOST_SHOWN, language=language())

    def name_of(self, hit: InstitutionRow) -> str:
        """Answer the name, a department's with that of its association."""
        return whole_name(hit.name, hit.parent_name)

    def ask_to_choose(self) -> str:
        """Answer the sentence for a name that was typed but not chosen."""
        return _("Choose an institution from the list below the name.")


def _line(hit: InstitutionRow) -> str:
    return f"{hit.name} · {row_line(hit)}"
