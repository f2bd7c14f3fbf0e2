"""Appointments to come, stops and tours for the search of the top bar."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar

from app.mobile_advice.booking.rules import clock
from app.mobile_advice.seeking import APPOINTMENTS, STOPS, BusHit, bus_to_seek
from resources.text import _
from ui import formats
from ui.quick_held import QuickHeld
from ui.quick_search import Finding
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.desk import Pending

_ICONS: Mapping[str, str] = MappingProxyType({APPOINTMENTS: "calendar"})


class QuickBus(QuickHeld[BusHit]):
    """Finds what belongs to mobile advice by its name."""

    features: ClassVar[frozenset[str]] = frozenset({"tours", "booking", "clients"})

    def ask(self) -> Pending[Any]:
        """Ask for what is to come from today on."""
        return self._desk.ask(bus_to_seek, self._desk.local_now.date())

    def words(self, row: BusHit) -> str:
        """Answer the words of its name."""
        return row.words

    def finding(self, row: BusHit) -> Finding:
        """Answer it with its kind and where it is, an appointment with its time."""
        detail = " · ".join(filter(None, (_kind(row), _when(row), row.where)))
        return Finding(row.name, detail, _ICONS.get(row.page, "bus"), Place(row.page, row.id))


def _kind(row: BusHit) -> str:
    if row.page == APPOINTMENTS:
        return _("Appointment")
    return _("Stop") if row.page == STOPS else _("Tour")


def _when(row: BusHit) -> str:
    if row.day is None:
        return ""
    time = clock(row.starts_at) if row.starts_at is not None else ""
    return " ".join(filter(None, (formats.show_short_date(row.day), time)))
