"""Tests of the tab of suitcases: packing, returning, deciding, giving up."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog
from sqlalchemy import select

from app.mobile_advice.suitcase.actions import end_return, give_up_suitcase
from app.mobile_advice.suitcase.opening import open_suitcase
from app.mobile_advice.suitcase.queries import suitcases
from app.mobile_advice.suitcase.rules import SuitcaseState
from db.booking import Appointment
from tests.factories.suitcases import PASSPHRASE, TourPlan, a_tour, an_appointment, packed
from ui.mobile_advice.suitcase.away_note import AwayNote
from ui.mobile_advice.suitcase.return_view import ReturnView
from ui.mobile_advice.suitcase.words import loss_of
from ui.widgets.page import Place

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    import pytest
    from pytestqt.qtbot import QtBot
    from sqlalchemy import Connection

    from app.admin.local_office import LocalOffice
    from app.office import Act
    from ui.mobile_advice.suitcase.pack_form import PackForm
    from ui.mobile_advice.suitcase.suitcase_page import SuitcasePage

TODAY = datetime.now(UTC).astimezone().date()


def test_a_morning_is_packed_returned_and_decided_upon(
    qtbot: QtBot,
    page: SuitcasePage,
    home: LocalOffice,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tour = a_tour(home, "Adam", "Berg", day=TODAY)
    file = tmp_path / "bus.nahbar-suitcase"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(file), ""))
    form = _form(qtbot, page, tour)
    form.go_on()
    assert form.form.field("passphrase").problem()
    form.first.set_value(PASSPHRASE)
    form.second.set_value(PASSPHRASE)
    form.go_on()
    qtbot.waitUntil(file.exists, timeout=20_000)
    qtbot.waitUntil(lambda: len(page.table.rows()) == 1)
    _work_on_both_sides(home, file, tour)

    page.take_back()
    view = page.returning
    assert view is not None
    view.passphrase.set_value(PASSPHRASE)
    view.go_on()
    qtbot.waitUntil(view.decide_button.isVisible, timeout=20_000)
    view.decide_button.click()
    for _asked in range(2):
        _accept(qtbot, view)
    qtbot.waitUntil(lambda: not file.exists(), timeout=20_000)
    qtbot.waitUntil(lambda: "4 entries are back" in view.state.text())
    (row,) = home.ask(suitcases)
    assert row.state is SuitcaseState.RETURNED
    state, bring = home.ask(_appointment, tour.appointments[0])
    assert (state, bring) == ("no_show", "Ausweis")


def test_a_place_begins_to_pack_for_its_day_and_a_lost_one_is_shown_as_given_up(
    qtbot: QtBot, page: SuitcasePage, home: LocalOffice, tmp_path: Path
) -> None:
    a_tour(home, "Adam", day=TODAY)
    second = a_tour(home, "Berg", day=TODAY + timedelta(days=1))
    made = packed(home, second, tmp_path / "bus", until=TODAY + timedelta(days=2))
    page.show_place(Place("suitcase", second.day_id, "pack"))
    qtbot.waitUntil(lambda: page.form is not None)
    assert page.form is not None
    assert page.form.tour.value() == second.day_id
    page.show_place(Place("suitcase", made.id))
    qtbot.waitUntil(page.lost_button.isEnabled)
    home.act(give_up_suitcase, made.id, 1, loss_of("Südrunde", "Im Bus vergessen"))
    page._show_list()
    qtbot.waitUntil(lambda: "Im Bus vergessen" in page.remark.text())
    assert not page.lost_button.isEnabled()


def test_a_day_says_that_it_is_on_the_way(
    qtbot: QtBot, page: SuitcasePage, home: LocalOffice, tmp_path: Path
) -> None:
    tour = a_tour(home, "Adam", day=TODAY)
    made = packed(home, tour, tmp_path / "bus", until=TODAY)
    note = AwayNote(page.desk)
    qtbot.addWidget(note)
    note.show_day(tour.day_id)
    qtbot.waitUntil(lambda: note.banner is not None)
    home.act(end_return, made.id)
    note.show_day(tour.day_id)
    qtbot.waitUntil(lambda: note.banner is None)
    assert note.isHidden()


def test_a_wrong_passphrase_is_said_beside_the_field(
    qtbot: QtBot, page: SuitcasePage, home: LocalOffice, tmp_path: Path
) -> None:
    tour = a_tour(home, "Adam", day=TODAY)
    made = packed(home, tour, tmp_path / "bus", until=TODAY)
    view = ReturnView(page.desk, made.file)
    qtbot.addWidget(view)
    view.go_on()
    assert view.form.field("passphrase").problem()
    view.passphrase.set_value("sieben rote Stühle im Zug")
    view.go_on()
    qtbot.waitUntil(lambda: "does not open" in view.form.field("passphrase").problem())
    assert view.return_button.isEnabled()


def _form(qtbot: QtBot, page: SuitcasePage, tour: TourPlan) -> PackForm:
    page.pack()
    qtbot.waitUntil(lambda: page.form is not None)
    form = page.form
    assert form is not None
    qtbot.waitUntil(lambda: "2 people" in form.what.text())
    assert form.tour.value() == tour.day_id
    assert form.until.value() == _tomorrow()
    return form


def _tomorrow() -> date:
    return TODAY + timedelta(days=1)


def _work_on_both_sides(home: LocalOffice, file: Path, tour: TourPlan) -> None:
    """Change one appointment on both sides, give one time away twice, and take two numbers."""
    bus = open_suitcase(file, PASSPHRASE)
    bus.act(_change, tour.appointments[0], state="no_show")
    bus.act(_book, tour.halt_id, 700, "Auf der Tour")
    for number in (1, 2):
        bus.act(_book, tour.halt_id, None, "Wer", number)
    bus.close()
    home.act(_change, tour.appointments[0], bring="Ausweis")
    home.act(_book, tour.halt_id, 700, "Im Büro")


def _accept(qtbot: QtBot, view: ReturnView) -> None:
    """Take what is proposed about the row that is asked about."""
    run = view._run
    assert run is not None
    qtbot.waitUntil(lambda: run.dialog is not None)
    dialog = run.dialog
    assert dialog is not None
    dialog.accept()
    qtbot.waitUntil(lambda: run.dialog is not dialog)


def _change(act: Act, key: UUID, /, **fields: Any) -> None:  # noqa: ANN401 - any column
    row = act.session.get(Appointment, key)
    for name, value in fields.items():
        setattr(row, name, value)
    act.session.flush()
    act.touch("booking")


def _book(act: Act, halt: UUID, minute: int | None, name: str, number: int | None = None) -> None:
    act.session.add(an_appointment(halt, TODAY, minute, name=name, queue_number=number))
    act.touch("booking")


def _appointment(connection: Connection, key: UUID) -> tuple[str, str]:
    wanted = select(Appointment.state, Appointment.bring).where(Appointment.id == key)
    state, bring = connection.execute(wanted).one()
    return state, bring
