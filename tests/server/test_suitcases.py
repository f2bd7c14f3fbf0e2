"""A suitcase of a shared office: packed by a caseworker, and a server lost while it comes home."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import event, select, text

from app.errors import Unavailable
from app.mobile_advice.suitcase.coming import read_coming
from app.mobile_advice.suitcase.homecoming import bring_all, finish
from app.mobile_advice.suitcase.opening import open_suitcase
from db.booking import Appointment
from tests.conftest import NOW
from tests.factories.suitcases import DAY, PASSPHRASE, a_tour, an_appointment, packed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlalchemy import Connection

    from app.office import Act
    from tests.server.shared import SharedOffice

CASEWORKER = "Zoe Amt"
WALK_INS = 4
_END = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = :login")


@pytest.mark.parametrize("moment", ["INSERT INTO suitcase_merge", "COMMIT"])
def test_a_server_that_is_lost_in_the_middle_leaves_nothing_lost_or_doubled(
    debian: SharedOffice, tmp_path: Path, moment: str
) -> None:
    office = debian.office(CASEWORKER)
    tour = a_tour(office, "Adam")
    file = packed(office, tour, tmp_path / "bus").file
    bus = open_suitcase(file, PASSPHRASE, clock=lambda: NOW)
    for number in range(1, WALK_INS + 1):
        walk_in = an_appointment(tour.halt_id, DAY, None, kind="walk_in", queue_number=number)
        bus.act(_add, walk_in)
    bus.close()
    back = read_coming(file, PASSPHRASE, clock=lambda: NOW)
    mended = _lose_server(debian, moment)
    with pytest.raises(Unavailable):
        bring_all(office, back)
    assert file.exists()
    mended()
    assert not bring_all(office, back).asked
    assert finish(office, back) == ()
    assert not file.exists()
    assert office.ask(_numbers, tour.halt_id) == list(range(1, WALK_INS + 1))


def _lose_server(debian: SharedOffice, moment: str) -> Callable[[], None]:
    """End the caseworker's links when the third row is under way; answer what mends that."""
    engine, login = debian.engine(CASEWORKER), debian.login(CASEWORKER)
    seen: list[str] = []

    def cut() -> None:
        seen.append(moment)
        if len(seen) == WALK_INS - 1:
            with debian.owner.begin() as connection:
                connection.execute(_END, {"login": login})

    def on_statement(_one: object, _two: object, statement: str, *_rest: Any) -> None:  # noqa: ANN401 - of SQLAlchemy
        if statement.startswith(moment):
            cut()

    def on_commit(_connection: object) -> None:
        cut()

    name, heard = (
        ("commit", on_commit) if moment == "COMMIT" else ("before_cursor_execute", on_statement)
    )
    event.listen(engine, name, heard)
    return lambda: event.remove(engine, name, heard)


def _add(act: Act, row: Appointment) -> None:
    act.session.add(row)
    act.touch("booking")


def _numbers(connection: Connection, halt_id: object) -> list[int]:
    wanted = select(Appointment.queue_number).where(
        Appointment.tour_halt_id == halt_id, Appointment.queue_number.is_not(None)
    )
    return sorted(filter(None, connection.scalars(wanted)))
