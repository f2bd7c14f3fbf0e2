"""The part of advice: records, the tally and the phone line."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from resources.text import _
from ui.mobile_advice.advice.calls_page import CallsPage
from ui.mobile_advice.advice.records_page import RecordsPage
from ui.mobile_advice.advice.tally_page import TallyPage
from ui.mobile_advice.switched_page import SwitchedPage, View

if TYPE_CHECKING:
    from ui.desk import Desk


class AdvicePage(SwitchedPage):
    """Chips lead from one to the other."""

    features: ClassVar[frozenset[str]] = frozenset({"advice", "clients", "tours", "codes", "areas"})

    def __init__(self, desk: Desk) -> None:
        """Build the chips."""
        calls = frozenset({"calls", "call_back", "new_call", "edit_call", "call_step"})
        views = (
            View("records", _("Records"), RecordsPage),
            View("tally", _("Tally"), TallyPage, frozenset({"tally"})),
            View("calls", _("Phone line"), CallsPage, calls),
        )
        super().__init__(desk, _("Advice"), views)
