"""Enquiries and housing cases for the search of the top bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from app.referrals.seeking import ENQUIRIES, CaseHit, cases_to_seek
from resources.text import _
from ui.quick_held import QuickHeld
from ui.quick_search import Finding
from ui.widgets.page import Place

if TYPE_CHECKING:
    from ui.desk import Pending


class QuickCases(QuickHeld[CaseHit]):
    """Finds cases by number, name, home and who enquired."""

    features: ClassVar[frozenset[str]] = frozenset({"referrals", "clients"})

    def ask(self) -> Pending[Any]:
        """Ask for the latest cases."""
        return self._desk.ask(cases_to_seek)

    def words(self, row: CaseHit) -> str:
        """Answer the words of a case."""
        return row.words

    def finding(self, row: CaseHit) -> Finding:
        """Answer the case with whom it is about, its number and its home."""
        is_enquiry = row.page == ENQUIRIES
        kind = _("Enquiry") if is_enquiry else _("Housing case")
        title = row.name or row.home or row.number
        home = row.home if title != row.home else ""
        number = row.number if title != row.number else ""
        closed = _("Closed") if row.is_closed else ""
        detail = " · ".join(filter(None, (kind, number, home, closed)))
        return Finding(title, detail, "phone" if is_enquiry else "home", Place(row.page, row.id))

    def offers(self, row: CaseHit) -> bool:
        """Answer whether the office has a page for it: a suitcase has none."""
        return self._desk.offers(row.page)
