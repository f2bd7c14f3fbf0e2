"""Tests of a return that is cut off: one sentence says why, and the same button goes on."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import event, select

from app.access.rules import Role
from app.drafts.actions import save_draft
from app.drafts.rules import Drafted
from app.mobile_advice.suitcase.actions import end_return, note_copy
from app.mobile_advice.suitcase.opening import open_suitcase
from app.mobile_advice.suitcase.queries import suitcases
from app.mobile_advice.suitcase.rules import SuitcaseState
from db.booking import Appointment
from tests.factories.access import member
from tests.factories.offices import opened
from tests.factories.suitcases import PASSPHRASE, a_tour, an_appointment, packed
from ui.mobile_advice.suitcase.return_view import ReturnView
from ui.widgets.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot
    from sqlalchemy import Connection

    from app.admin.local_office import LocalOffice
    from app.admin.rules import CreatedOffice
    from app.mobile_advice.suitcase.packing import Packed
    from app.office import Act
    from ui.mobile_advice.suitcase.suitcase_page import SuitcasePage

TODAY = datetime.now(UTC).astimezone().date()
WALK_INS = 12
"""More than are brought between two looks at whether somebody wants to stop."""


@pytest.fixture
def suitcase(home: LocalOffice, tmp_path: Path) -> Packed:
    """A suitcase in which some came without an appointment."""
    tour = a_tour(home, "Adam", day=TODAY)
    made = packed(home, tour, tmp_path / "bus", until=TODAY)
    bus = open_suitcase(made.file, PASSPHRASE)
    for number in range(1, WALK_INS + 1):
        row = an_appointment(tour.halt_id, TODAY, None, kind="walk_in", queue_number=number)
        bus.act(_add, row)
    bus.act(save_draft, Drafted("contact", "", {"note": "nicht gespeichert"}, "Beratung"))
    bus.close()
    return made


@pytest.fixture
def view(
    qtbot: QtBot, page: SuitcasePage, suitcase: Packed, monkeypatch: pytest.MonkeyPatch
) -> ReturnView:
    """The view of returning it, with its passphrase typed; what was not saved may go."""
    monkeypatch.setattr(Question, "confirm", lambda *_given, **_named: True)
    view = ReturnView(page.desk, suitcase.file)
    qtbot.addWidget(view)
    view.show()
    view.passphrase.set_value(PASSPHRASE)
    return view


def test_a_full_disk_is_said_and_once_there_is_room_nothing_is_lost_or_doubled(
    qtbot: QtBot, view: ReturnView, home: LocalOffice, suitcase: Packed
) -> None:
    lift = _fill_disk(home, after=WALK_INS // 2)
    view.go_on()
    qtbot.waitUntil(lambda: "full" in view.state.text(), timeout=20_000)
    _see_halfway(view, home.ask(_numbers), suitcase)
    lift()
    _see_end(qtbot, view, home, suitcase)


def test_a_window_that_was_closed_goes_on_where_it_ended(
    qtbot: QtBot, page: SuitcasePage, view: ReturnView, made: CreatedOffice, suitcase: Packed
) -> None:
    def close(done: int, _of: int) -> None:
        if done:
            page.desk.close_office()

    view.go_on()
    qtbot.waitUntil(lambda: view._run is not None, timeout=20_000)
    assert view._run is not None
    view._run.moved.connect(close)
    qtbot.waitUntil(lambda: "locked" in view.state.text(), timeout=20_000)
    again = opened(made, clock=lambda: datetime.now(UTC))
    _see_halfway(view, again.ask(_numbers), suitcase)
    page.desk.open(lambda: again)
    qtbot.waitUntil(lambda: page.desk.is_open)
    _see_end(qtbot, view, again, suitcase)


def test_what_was_not_saved_on_the_way_is_told_before_it_goes(
    qtbot: QtBot,
    view: ReturnView,
    home: LocalOffice,
    suitcase: Packed,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[str] = []

    def say_no(*given: str, **_named: object) -> bool:
        said.append(given[2])
        return False

    monkeypatch.setattr(Question, "confirm", say_no)
    view.go_on()
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert "1 form was begun on the way and not saved" in said[0]
    qtbot.waitUntil(view.return_button.isEnabled)
    assert suitcase.file.exists()
    assert home.ask(_numbers) == []


def test_a_copy_of_a_returned_suitcase_is_told_apart(
    qtbot: QtBot, view: ReturnView, home: LocalOffice, suitcase: Packed
) -> None:
    home.act(end_return, suitcase.id)
    _see_end(qtbot, view, home, suitcase)
    assert "was returned on" in view.where.words.text()
    assert view.where.isVisible()


def test_a_copy_that_is_not_back_is_told_of_once_the_other_is(
    qtbot: QtBot, view: ReturnView, home: LocalOffice, suitcase: Packed
) -> None:
    home.act(note_copy, suitcase.id, ("another",))
    view.go_on()
    qtbot.waitUntil(lambda: "entries are back" in view.state.text(), timeout=20_000)
    assert "another copy was begun" in view.state.text()
    (row,) = home.ask(suitcases)
    assert row.state is SuitcaseState.PACKED


def test_who_may_not_pack_is_offered_nothing_to_pack(
    qtbot: QtBot, page: SuitcasePage, home: LocalOffice
) -> None:
    member(home, home.who, Role.ADMINISTRATOR)
    member(home, "Dora Schutz", Role.DPO)
    home.work_as("Dora Schutz")
    said: list[str] = []
    page.said.connect(lambda sentence, _undo: said.append(sentence))
    page.refresh()
    qtbot.waitUntil(page.pack_button.isHidden)
    page.pack()
    qtbot.waitUntil(lambda: bool(said))
    assert "Pack suitcases for tours" in said[0]
    assert page.form is None


def _see_halfway(view: ReturnView, numbers: list[int], suitcase: Packed) -> None:
    assert 0 < len(numbers) < WALK_INS
    assert "not brought twice" in view.state.text()
    assert view.return_button.isEnabled()
    assert suitcase.file.exists()


def _see_end(qtbot: QtBot, view: ReturnView, home: LocalOffice, suitcase: Packed) -> None:
    """Return it, again, and hold the office against what was done on the way."""
    view.go_on()
    qtbot.waitUntil(lambda: f"{WALK_INS} entries are back" in view.state.text(), timeout=20_000)
    assert not suitcase.file.exists()
    assert home.ask(_numbers) == list(range(1, WALK_INS + 1))
    (row,) = home.ask(suitcases)
    assert row.state is SuitcaseState.RETURNED


def _fill_disk(home: LocalOffice, after: int) -> Callable[[], None]:
    """Let the disk be full once so many rows are brought; answer what makes room again."""
    engine = home._engine
    full = engine.dialect.loaded_dbapi.OperationalError("database or disk is full")
    seen: list[str] = []

    def refuse(_cursor: object, statement: str, *_rest: Any) -> None:  # noqa: ANN401 - of SQLAlchemy
        if statement.startswith("INSERT INTO suitcase_merge"):
            seen.append(statement)
            if len(seen) > after:
                raise full

    event.listen(engine, "do_execute", refuse)
    return lambda: event.remove(engine, "do_execute", refuse)


def _add(act: Act, row: Appointment) -> None:
    act.session.add(row)
    act.touch("booking")


def _numbers(connection: Connection) -> list[int]:
    wanted = select(Appointment.queue_number).where(Appointment.queue_number.is_not(None))
    return sorted(filter(None, connection.scalars(wanted)))
