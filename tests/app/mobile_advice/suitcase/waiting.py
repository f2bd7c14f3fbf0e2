"""A small office in which four people wait at a stop, and copies of its suitcase."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import select

from app.mobile_advice.suitcase.receipts import trail_of
from app.office import Office
from db.booking import StopWaiting
from db.session import open_engine
from db.suitcase import Suitcase
from db.suitcase_base import changes, keep_base
from db.tours import Stop, Tour, TourDay
from tests.conftest import NOW
from tests.factories.suitcases import DAY

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from sqlalchemy import Connection

    from app.office import Act
    from db.suitcase_base import Change

PACKED = "packed"
"""What each of the four wishes when the suitcase is packed."""
_KEY = bytes(range(32))


@dataclass(frozen=True, slots=True)
class Waiting:
    """An office and the copies of its suitcase, all open."""

    home: Office
    copies: tuple[Office, ...]
    keys: tuple[UUID, ...]
    suitcase_id: UUID

    def close(self) -> None:
        """Close them all."""
        for office in (self.home, *self.copies):
            office.close()


def waiting(folder: Path, empty: Path, copies: int) -> Waiting:
    """Make the office out of an empty one, and open copies of its suitcase."""
    shutil.copy(empty, folder / "home.db")
    home = _office(folder / "home.db")
    keys, suitcase_id = home.act(_begin).value
    home.close()
    shutil.copy(folder / "home.db", folder / "packed.db")
    engine = open_engine(folder / "packed.db", _KEY)
    with engine.begin() as connection:
        keep_base(connection)
    engine.dispose()
    for at in range(copies):
        shutil.copy(folder / "packed.db", folder / f"{at}.db")
    opened = tuple(_office(folder / f"{at}.db") for at in range(copies))
    return Waiting(_office(folder / "home.db"), opened, keys, suitcase_id)


def coming_out_of(copy: Office) -> tuple[Change, ...]:
    """Answer what comes out of a copy, as if it was read."""
    trail = copy.ask(trail_of)
    found = copy.ask(lambda connection: tuple(changes(connection)))
    return tuple(change._replace(trail=trail) for change in found)


def do(act: Act, keys: tuple[UUID, ...], deed: str, at: int, wish: str) -> None:
    """Add somebody who waits, change what one of the four wishes, or remove one."""
    row = act.session.get(StopWaiting, keys[at])
    if deed == "add":
        stop = act.session.scalar(select(Stop.id))
        act.session.add(
            StopWaiting(id=uuid4(), stop_id=stop, since=DAY, state="waiting", wish=wish)
        )
    elif row is not None and deed == "change":
        row.wish = wish
    elif row is not None:
        act.session.delete(row)
    act.session.flush()
    act.touch("booking")


def wishes(connection: Connection) -> dict[UUID, str]:
    """Answer who waits, and what for."""
    found = connection.execute(select(StopWaiting.id, StopWaiting.wish))
    return {row.id: row.wish for row in found}


def _office(file: Path) -> Office:
    return Office(open_engine(file, _KEY), who="Anna", clock=lambda: NOW)


def _begin(act: Act) -> tuple[tuple[UUID, ...], UUID]:
    stop = Stop(id=uuid4(), name="Markt", kind="stop", country="DE")
    tour = Tour(id=uuid4(), name="Runde", made_until=DAY)
    act.session.add_all((stop, tour))
    act.session.flush()
    day = TourDay(id=uuid4(), tour_id=tour.id, day=DAY, state="planned")
    keys = tuple(uuid4() for _ in range(4))
    act.session.add(day)
    act.session.flush()
    act.session.add_all(
        StopWaiting(id=key, stop_id=stop.id, since=DAY, state="waiting", wish=PACKED)
        for key in keys
    )
    packed = Suitcase(
        id=uuid4(), tour_day_id=day.id, file_id="x", made_at=NOW, made_by="Anna",
        expires_at=NOW + timedelta(days=1), state="packed", counts="{}",
    )  # fmt: skip
    act.session.add(packed)
    act.session.flush()
    act.touch("tours")
    return keys, packed.id
