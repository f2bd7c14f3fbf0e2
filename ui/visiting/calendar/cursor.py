"""Where the keyboard is in a calendar, and where each arrow leads."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from ui.visiting.calendar.places import Sheet, Stop

DAY = timedelta(days=1)


class Cursor:
    """One stop among all of a sheet; it finds itself again when the visits change."""

    def __init__(self) -> None:
        """Begin nowhere."""
        self._stops: Sequence[Sequence[Stop]] = ()
        self._visits: tuple[Stop, ...] = ()
        self._across = 1
        self._are_days = True
        self.lot = 0
        self.at = 0
        self._kept: UUID | None = None
        """The visit that is looked for when stops change, also where it is not shown."""

    @property
    def stop(self) -> Stop | None:
        """Where it is."""
        if self.lot >= len(self._stops) or not self._stops[self.lot]:
            return None
        stops = self._stops[self.lot]
        return stops[min(self.at, len(stops) - 1)]

    @property
    def visits(self) -> tuple[Stop, ...]:
        """Every stop at which there is a visit, in order of the page."""
        return self._visits

    def take(self, sheet: Sheet, stops: Sequence[Sequence[Stop]]) -> None:
        """Go on in other stops, at the same visit, or else at the same time as before."""
        before = self.stop
        self._stops, self._across = stops, sheet.across
        self._visits = tuple(stop for lot in stops for stop in lot if not stop.is_free)
        self._are_days = not sheet.by_visitor
        self.lot = min(self.lot, max(0, len(stops) - 1))
        if before is None:
            return
        if self._kept is None or not self.find(self._kept):
            self.go_to(before.start, lot=None if self._are_days else before.lot)

    def forget(self) -> None:
        """Look for no visit any more: another page is shown."""
        self._kept = None

    def find(self, visit_id: UUID) -> bool:
        """Go to a visit, or to those that are not shown where it is one of them."""
        # Where it was before, it is nearly always still.
        order = sorted(range(len(self._stops)), key=lambda lot: lot != self.lot)
        for lot in order:
            for at, stop in enumerate(self._stops[lot]):
                shown = (stop.visit,) if stop.visit else stop.hidden
                if any(visit.id == visit_id for visit in shown):
                    self.lot, self.at = lot, at
                    self._kept = visit_id
                    return True
        return False

    def go_to(self, moment: datetime, lot: int | None = None) -> None:
        """Go to the stop nearest to a moment, on its day or in a certain lot."""
        lots = [lot] if lot is not None else range(len(self._stops))
        near = [
            (abs(stop.start - moment), at_lot, at)
            for at_lot in lots
            for at, stop in enumerate(self._stops[at_lot] if at_lot < len(self._stops) else ())
        ]
        if near:
            _distance, self.lot, self.at = min(near)
        self._keep()

    def place(self, stop: Stop) -> None:
        """Go to a stop that was pointed at."""
        self.lot = stop.lot
        stops = self._stops[stop.lot]
        self.at = stops.index(stop) if stop in stops else 0
        self._keep()

    def up(self) -> datetime | None:
        """Go one stop up; answer a moment on another page when there is none."""
        return self._along(-1)

    def down(self) -> datetime | None:
        """Go one stop down; answer a moment on another page when there is none."""
        return self._along(1)

    def left(self) -> datetime | None:
        """Go one lot to the left; answer a moment on another page when there is none."""
        return self._across_lots(-1)

    def right(self) -> datetime | None:
        """Go one lot to the right; answer a moment on another page when there is none."""
        return self._across_lots(1)

    def step_visit(self, by: int) -> bool:
        """Go to the next visit in order of the page, or the one before; answer whether there is."""
        visits = [
            (lot, at)
            for lot, stops in enumerate(self._stops)
            for at, stop in enumerate(stops)
            if not stop.is_free
        ]
        here = (self.lot, self.at)
        ahead = [place for place in visits if (place > here if by > 0 else place < here)]
        if not ahead:
            return False
        self.lot, self.at = ahead[0] if by > 0 else ahead[-1]
        self._keep()
        return True

    def _keep(self) -> None:
        """Remember the visit that it came to."""
        stop = self.stop
        visits = () if stop is None else (stop.visit,) if stop.visit else stop.hidden
        self._kept = visits[0].id if visits else None

    def _along(self, by: int) -> datetime | None:
        stop = self.stop
        if stop is None:
            return None
        at = min(self.at, len(self._stops[self.lot]) - 1) + by
        if 0 <= at < len(self._stops[self.lot]):
            self.at = at
            self._keep()
            return None
        lot = self.lot + by * self._across
        if len(self._stops) <= self._across:
            return None
        if 0 <= lot < len(self._stops):
            self.lot, self.at = lot, 0 if by > 0 else len(self._stops[lot]) - 1
            self._keep()
            return None
        days = self._across if self._are_days else 1
        return stop.start + DAY * days * by

    def _across_lots(self, by: int) -> datetime | None:
        stop = self.stop
        if stop is None:
            return None
        lot = self.lot + by
        in_row = lot // self._across == self.lot // self._across
        if 0 <= lot < len(self._stops) and (self._are_days or in_row):
            if stop.is_timed:
                self.go_to(_same_time(stop, self._stops[lot]), lot=lot)
            else:
                self.lot, self.at = lot, 0
                self._keep()
            return None
        return stop.start + DAY * by if self._are_days else None


def _same_time(stop: Stop, others: Sequence[Stop]) -> datetime:
    day = others[0].start.date() if others else stop.start.date()
    return datetime.combine(day, stop.start.time())
