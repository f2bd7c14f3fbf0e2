"""A morning on the bus without a network, and an evening on which the power fails once."""

from __future__ import annotations

import sys
import time
from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from app.mobile_advice.suitcase.queries import suitcases
from app.mobile_advice.suitcase.rules import SuitcaseState
from db.advice import AdviceContact
from db.booking import Appointment
from tests.factories.suitcases import a_tour, packed
from tests.stories.desktop import PATIENCE
from tests.stories.people import desktop, program
from ui.mobile_advice.parts import PARTS

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from tests.stories.desktop import Hands
    from tests.stories.people import Desktop, Walk

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs an X server of its own")
PASSPHRASE = "sieben blaue Baenke im Bus"
"""Can be typed on any keyboard."""
WALK_INS = 4
STOPS: dict[str, dict[str, str]] = {
    "de": {},
    "da": {"name": "Torvet", "country": "DK", "postal_code": "2750", "city": "Ballerup"},
}
"""Where the bus stands, by the language of the office."""


@pytest.mark.parametrize("language", STOPS)
def test_nothing_of_a_morning_on_the_bus_is_lost_or_doubled(tmp_path: Path, language: str) -> None:
    with desktop(tmp_path, language) as on:
        suitcase = _pack(on, tmp_path / "stick" / "bus")
        with program(on, unlock=_unlock, place=suitcase, runner="tests.stories.no_network") as walk:
            _meet_people(walk)
            _count_walk_ins(walk)
            _record_with_an_interpreter(walk)
        assert on.look(_booked) == ["booked"] * 3
        _return_until_the_power_fails(on, suitcase)
        assert suitcase.exists()
        with program(on) as walk:
            _return(walk, suitcase)
            walk.wait(lambda _state: not suitcase.exists(), "the suitcase to be wiped")
            walk.picture("returned")
        on.look(_see_the_morning)


def _pack(on: Desktop, file: Path) -> Path:
    """Book three people for today, and pack."""
    file.parent.mkdir()
    today = date.today()  # noqa: DTZ011 - the local day
    with on.opened() as office:
        tour = a_tour(office, "Adam", "Berg", "Cremer", day=today, stop=STOPS[on.language])
        return packed(
            office, tour, file, until=today, passphrase=PASSPHRASE, repeated=PASSPHRASE
        ).file


def _unlock(hands: Hands) -> None:
    hands.wait(lambda state: state["cover"] == "LockScreen", "the lock of the suitcase")
    hands.wait_for_focus(".passphrase")
    hands.type(PASSPHRASE)
    hands.press("Return")


def _meet_people(walk: Walk) -> None:
    """Two come to their appointment, the third does not."""
    walk.go_to("ctrl+3", "mobile_advice")
    walk.open_tab("AppointmentsPage")
    walk.tab_to("HaltList", "DataTable")
    walk.press("Home", "Return")
    # Enter gives the keyboard to the grid: a Tab would lead past it.
    walk.wait_for_focus("SlotGrid")
    walk.press("ctrl+Home")
    for key in ("d", "d", "n"):
        before = len(walk.state()["touched"])
        walk.press(key)
        walk.changed("booking", before)
        walk.wait_for_focus("SlotGrid")
        walk.press("Down")


def _count_walk_ins(walk: Walk) -> None:
    """Four come without an appointment, one after the other."""
    walk.tab_to("QTabBar")
    walk.open_tab("AdvicePage")
    walk.tab_to("FilterBar")
    walk.press("Right", "space")
    walk.wait(lambda state: "TallyPage" in state["shown"], "the tally")
    walk.tab_to("TallyTable")
    for _one in range(WALK_INS):
        before = len(walk.state()["touched"])
        walk.press("plus")
        walk.changed("advice", before)


def _record_with_an_interpreter(walk: Walk) -> None:
    walk.tab_to("FilterBar")
    walk.press("Left", "space")
    # Only there Ctrl+N records advice; the keyboard comes once the page is shown.
    walk.wait_for_focus("RecordsPage")
    walk.press("ctrl+n")
    walk.wait_for_focus("ContactForm")
    walk.tab_to(".topics")
    walk.press("space")
    walk.tick("interpreter")
    walk.picture("interpreter")
    walk.save("advice")


def _return_until_the_power_fails(on: Desktop, suitcase: Path) -> None:
    """Begin to return; the program dies while it writes the fourth row."""
    with program(on, ends=False, runner="tests.stories.cut_cable") as walk:
        _return(walk, suitcase)
        end = time.monotonic() + PATIENCE
        while walk._running.poll() is None and time.monotonic() < end:
            time.sleep(0.02)
        assert walk._running.poll() == -9


def _return(walk: Walk, suitcase: Path) -> None:
    walk.go_to("ctrl+4", "mobile_advice")
    _open_last_tab(walk, "SuitcasePage")
    walk.push(".return_button")
    walk.wait_for_focus("ReturnView")
    walk.push(".choose_button")
    walk.choose_file(suitcase)
    walk.wait(lambda state: state["active"], "the window after the dialog")
    walk.wait_for_focus(".passphrase")
    walk.type(PASSPHRASE)
    walk.push(".return_button")


def _open_last_tab(walk: Walk, shown: str) -> None:
    """Go to the end of the tabs at once; a tab may come late, once its question is answered."""
    walk.tab_to("QTabBar")
    for _time in range(3):
        walk.press(*["Right"] * len(PARTS))
        if walk.sees(lambda state: shown in state["shown"], within=PATIENCE / 2):
            return
    message = f"the last tab does not show {shown}; last seen: {walk.state()}"
    raise AssertionError(message)


def _booked(connection: Connection) -> list[str]:
    return sorted(connection.scalars(select(Appointment.state)))


def _see_the_morning(connection: Connection) -> None:
    """Hold what is in the office against what was done on the bus."""
    assert _booked(connection) == ["done", "done", "no_show"]
    contacts = connection.execute(
        select(AdviceContact.kind, AdviceContact.interpreter, AdviceContact.who)
    ).all()
    with_interpreter = [row for row in contacts if row.interpreter]
    assert len(with_interpreter) == 1
    assert len(contacts) - 1 == WALK_INS
    (suitcase,) = suitcases(connection)
    assert suitcase.state is SuitcaseState.RETURNED
