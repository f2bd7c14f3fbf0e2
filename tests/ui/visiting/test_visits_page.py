"""A week's visits: plan, see, record, cancel, and come back to the same place."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.visiting.actions import change_planned_visit
from app.visiting.calendar.queries import calendar_visits
from app.visiting.calendar.rules import CalendarKind
from app.visiting.queries import client_to_visit, visit_details
from app.visiting.rules import NotHeldReason, VisitStatus
from tests.factories.clients import add_client
from tests.factories.visits import MONDAY, visit_planned
from tests.ui.drafts.merging import comparison
from ui.visiting.calendar import calendar_side
from ui.visiting.visit_form import VisitForm
from ui.visiting.visit_record_form import VisitRecordForm
from ui.visiting.visits_page import VisitsPage
from ui.widgets.empty_state import EmptyState
from ui.widgets.page import Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from app.visiting.rows import VisitDetails
    from ui.desk import Desk

DAY = timedelta(days=1)


@pytest.fixture
def erna(office: Office) -> UUID:
    return add_client(office)


def opened(qtbot: QtBot, desk: Desk) -> VisitsPage:
    """Open the page as the main window does."""
    page = VisitsPage(desk)
    page.calendar.choose_kind(CalendarKind.AGENDA)
    qtbot.addWidget(page)
    desk.touched.connect(page.refresh)
    page.resize(1200, 700)
    page.show()
    page.refresh()
    return page


def listed(page: VisitsPage) -> list[UUID]:
    return [row.visit.id for row in page.calendar.area.table.rows()]


def details(office: Office, visit: UUID) -> VisitDetails:
    found = office.ask(visit_details, visit)
    assert found is not None
    return found


def record_form(qtbot: QtBot, page: VisitsPage, visit: UUID) -> VisitRecordForm:
    page.show_place(Place("visiting", visit, "record"))
    qtbot.waitUntil(lambda: isinstance(page.panel.work, VisitRecordForm))
    form = page.panel.work
    assert isinstance(form, VisitRecordForm)
    qtbot.waitUntil(lambda: form.keeper._has_looked)
    return form


def plan_form(qtbot: QtBot, page: VisitsPage, client: UUID | None = None) -> VisitForm:
    page.show_place(Place("visiting", client, "plan"))
    qtbot.waitUntil(lambda: isinstance(page.panel.work, VisitForm))
    form = page.panel.work
    assert isinstance(form, VisitForm)
    qtbot.waitUntil(lambda: form.keeper._has_looked)
    return form


def test_a_planned_visit_is_shown_in_its_week_recorded_and_shown_as_held(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    page = opened(qtbot, desk)
    form = plan_form(qtbot, page, erna)
    qtbot.keyClicks(form.fields.visitor, "Karin Vogt")
    form.fields.day.set_value(MONDAY)
    qtbot.keyClicks(form.fields.times.start, "9")
    qtbot.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(listed(page)) == 1)
    (visit,) = listed(page)
    qtbot.waitUntil(lambda: page.panel.card is not None)
    assert details(office, visit).visit.end.time() == time(10, 0)
    record = record_form(qtbot, page, visit)
    record.outcome.held.click()
    record.note.setPlainText("Brought the paper.")
    with qtbot.waitSignal(page.said) as said:
        record.save()
    assert said.args is not None
    assert said.args[0] == "The visit is recorded."
    qtbot.waitUntil(lambda: page.calendar.area.table.rows()[0].visit.status is VisitStatus.HELD)
    assert details(office, visit).note == "Brought the paper."


def test_a_double_click_on_save_plans_one_visit(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    page = opened(qtbot, desk)
    form = plan_form(qtbot, page, erna)
    form.fields.visitor.set_value("Karin Vogt")
    form.fields.day.set_value(MONDAY)
    form.fields.times.start.set_value(time(9, 0))
    qtbot.mouseDClick(form.ending.save_button, Qt.MouseButton.LeftButton)
    form.save()
    qtbot.waitUntil(lambda: page.panel.card is not None and bool(listed(page)))
    assert len(listed(page)) == 1


def test_a_refused_record_keeps_what_was_typed_and_names_the_field(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    visit = visit_planned(office, erna, start=time(8, 0))
    page = opened(qtbot, desk)
    form = record_form(qtbot, page, visit)
    form.outcome.not_held.click()
    form.note.setPlainText("Rang three times.")
    form.save()
    reason = form.form.field("reason")
    qtbot.waitUntil(lambda: bool(reason.problem()))
    assert reason.problem() == "Please choose why the visit was not held."
    assert form.note.value() == "Rang three times."
    assert form.ending.may_save()
    form.reason.set_value(NotHeldReason.NO_ONE_OPENED)
    form.save()
    qtbot.waitUntil(lambda: page.panel.card is not None)
    assert details(office, visit).visit.reason is NotHeldReason.NO_ONE_OPENED


def test_a_visit_in_the_future_is_refused_with_the_reason(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    visit = visit_planned(office, erna, MONDAY + DAY)
    page = opened(qtbot, desk)
    form = record_form(qtbot, page, visit)
    form.outcome.held.click()
    form.save()
    summary = form.form._summary
    qtbot.waitUntil(lambda: "still ahead" in summary.accessibleName())
    assert details(office, visit).visit.status is VisitStatus.PLANNED


def test_a_time_that_is_none_is_said_at_its_field_and_hidden_fields_are_not_asked(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    visit = visit_planned(office, erna, start=time(8, 0))
    page = opened(qtbot, desk)
    form = record_form(qtbot, page, visit)
    form.outcome.held.click()
    form.start.setText("half past")
    form.save()
    assert "half past" in form.form.field("start").problem()
    form.outcome.not_held.click()
    form.reason.set_value(NotHeldReason.HOSPITAL)
    form.save()
    qtbot.waitUntil(lambda: page.panel.card is not None)
    assert details(office, visit).visit.status is VisitStatus.NOT_HELD


def test_a_draft_is_there_again_after_a_crash(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    visit = visit_planned(office, erna, start=time(8, 0))
    page = opened(qtbot, desk)
    form = record_form(qtbot, page, visit)
    form.outcome.held.click()
    form.note.setPlainText("Half a sent")
    with qtbot.waitSignal(form.keeper.state_changed, check_params_cb=_is_saved):
        form.keeper.flush()
    other_page = opened(qtbot, desk)
    again = record_form(qtbot, other_page, visit)
    assert again.note.value() == "Half a sent"
    assert again.outcome.value() is True
    assert not again.keeper.notice.isHidden()


def test_escape_leaves_the_form_and_keeps_the_draft(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    visit = visit_planned(office, erna, start=time(8, 0))
    page = opened(qtbot, desk)
    form = record_form(qtbot, page, visit)
    form.note.setPlainText("Half a sent")
    qtbot.keyClick(form.note, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.panel.card is not None)
    assert record_form(qtbot, page, visit).note.value() == "Half a sent"


def test_a_lock_keeps_the_draft_of_an_open_form(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    visit = visit_planned(office, erna, start=time(8, 0))
    page = opened(qtbot, desk)
    form = record_form(qtbot, page, visit)
    form.note.setPlainText("Half a sent")
    page.flush()
    with qtbot.waitSignal(form.keeper.state_changed, check_params_cb=_is_saved):
        pass


def test_a_double_booking_is_said_beside_the_time(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    visit_planned(office, erna, start=time(14, 0))
    page = opened(qtbot, desk)
    form = plan_form(qtbot, page, erna)
    form.fields.day.set_value(MONDAY)
    form.fields.times.start.set_value(time(14, 30))
    form.save()
    start = form.fields.field("start")
    qtbot.waitUntil(lambda: bool(start.problem()))
    assert "Erna Krüger is visited by Karin Vogt" in start.problem()


def test_a_plan_for_a_client_begins_with_last_times_visitor(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    visit_planned(office, erna, visitor="Omid Rahimi")
    page = opened(qtbot, desk)
    form = plan_form(qtbot, page, erna)
    assert form.fields.visitor.value() == "Omid Rahimi"
    assert form.fields.client.value() == erna


def test_a_changed_visit_keeps_its_place_in_the_list(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    visit = visit_planned(office, erna)
    page = opened(qtbot, desk)
    page.show_place(Place("visiting", visit, "change"))
    qtbot.waitUntil(lambda: isinstance(page.panel.work, VisitForm))
    form = page.panel.work
    assert isinstance(form, VisitForm)
    form.fields.times.start.set_value(time(16, 0))
    form.save()
    qtbot.waitUntil(lambda: page.panel.card is not None)
    found = details(office, visit).visit
    assert (found.start.time(), found.end.time()) == (time(16, 0), time(17, 0))
    current = page.calendar.area.table.current_row()
    assert current is not None
    assert current.visit.id == visit


def test_a_visit_that_somebody_else_changed_is_compared_before_it_is_saved(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    visit = visit_planned(office, erna)
    page = opened(qtbot, desk)
    page.show_place(Place("visiting", visit, "change"))
    qtbot.waitUntil(lambda: isinstance(page.panel.work, VisitForm))
    form = page.panel.work
    assert isinstance(form, VisitForm)
    known = details(office, visit).visit
    plan = replace(form.fields.value(), visitor="Omid Rahimi")
    office.act(change_planned_visit, visit, known.version, plan)
    form.fields.place_note.set_value("Second bell")
    form.save()
    dialog = comparison(qtbot, form)
    (choice,) = dialog.choices
    assert (choice.row.name, choice.theirs.isChecked()) == ("visitor", True)
    dialog.verb_button.click()
    qtbot.waitUntil(lambda: page.panel.card is not None)
    found = details(office, visit)
    assert (found.visit.visitor, found.place_note) == ("Omid Rahimi", "Second bell")


def test_a_cancelled_visit_can_be_undone_from_the_toast(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    visit = visit_planned(office, erna)
    page = opened(qtbot, desk)
    page.show_place(Place("visiting", visit))
    qtbot.waitUntil(lambda: page.panel.card is not None)
    assert page.panel.card is not None
    with qtbot.waitSignal(page.said) as said:
        page.panel.card.cancel_wanted.emit()
    assert details(office, visit).visit.status is VisitStatus.CANCELLED
    assert said.args is not None
    undo: Callable[[], object] = said.args[1]
    with qtbot.waitSignal(page.said):
        undo()
    assert details(office, visit).visit.status is VisitStatus.PLANNED


def test_a_visit_of_another_week_is_shown_in_its_week(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    visit = visit_planned(office, erna, MONDAY + 16 * DAY)
    page = opened(qtbot, desk)
    page.show_place(Place("visiting", visit))
    qtbot.waitUntil(lambda: listed(page) == [visit])
    assert page.calendar.day == MONDAY + 16 * DAY
    current = page.calendar.area.table.current_row()
    assert current is not None
    assert current.visit.id == visit


def test_turning_the_week_keeps_the_shown_visit_and_does_not_jump_back(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    visit = visit_planned(office, erna)
    visit_planned(office, erna, MONDAY + 7 * DAY)
    page = opened(qtbot, desk)
    page.show_place(Place("visiting", visit))
    qtbot.waitUntil(lambda: page.panel.card is not None)
    page.calendar.bar.go_on()
    qtbot.waitUntil(lambda: listed(page) != [visit] and len(listed(page)) == 1)
    assert page.calendar.day == MONDAY + 7 * DAY
    assert page.panel.card is not None


def test_visits_can_be_filtered_by_state_and_by_visitor(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    paul = add_client(office, given_name="Paul", family_name="Łukasz")
    early = visit_planned(office, erna, start=time(8, 0))
    later = visit_planned(office, paul, start=time(15, 0), visitor="Omid Rahimi")
    page = opened(qtbot, desk)
    qtbot.waitUntil(lambda: listed(page) == [early, later])
    page.calendar.filter.states.chips._group.button(1).click()
    assert listed(page) == [early]
    page.calendar.filter.show_all()
    page.calendar.filter._visitors.set_value("Omid Rahimi")
    assert listed(page) == [later]


def test_of_too_many_visits_some_are_shown_and_all_of_a_chosen_visitor(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calendar_side, "calendar_visits", partial(calendar_visits, most=3))
    first = visit_planned(office, erna, start=time(8), visitor="Karin Vogt")
    visit_planned(office, erna, start=time(9), visitor="Karin Vogt")
    visit_planned(office, erna, start=time(10), visitor="Karin Vogt")
    omid = visit_planned(office, erna, MONDAY + DAY, visitor="Omid Rahimi")
    page = opened(qtbot, desk)
    qtbot.waitUntil(lambda: listed(page) == [first, omid])
    assert not page.calendar.too_many.isHidden()
    page.calendar.filter._visitors.set_value("Karin Vogt")
    qtbot.waitUntil(lambda: len(listed(page)) == len(("8", "9", "10")))
    assert page.calendar.too_many.isHidden()
    page.calendar.filter.show_all()
    qtbot.waitUntil(lambda: listed(page) == [first, omid])


def test_a_week_without_visits_offers_to_plan_one(qtbot: QtBot, desk: Desk) -> None:
    page = opened(qtbot, desk)
    qtbot.waitUntil(lambda: isinstance(page.calendar.states.currentWidget(), EmptyState))
    empty = page.calendar.states.currentWidget()
    assert isinstance(empty, EmptyState)
    empty.acted.emit()
    assert isinstance(page.panel.work, VisitForm)


def test_choosing_another_visit_keeps_the_draft_of_the_open_form(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    first = visit_planned(office, erna, start=time(8, 0))
    visit_planned(office, erna, start=time(9, 0))
    page = opened(qtbot, desk)
    qtbot.waitUntil(lambda: len(listed(page)) == 2)
    record_form(qtbot, page, first).note.setPlainText("Half a sent")
    page.calendar.area.table.selectRow(1)
    qtbot.waitUntil(lambda: page.panel.card is not None)
    assert record_form(qtbot, page, first).note.value() == "Half a sent"


def _is_saved(state: str) -> bool:
    return state == "saved"


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b> <img src=/etc/passwd>",
        "100 % _ ' \" {name} %s &",
        "😀 👩 مريم \u202eright to left\u202c",
        "half \ud83d",
        "NUL\x00here",
        "x" * 20_001,
    ],
)
def test_hostile_text_is_kept_as_typed_or_refused_at_its_field(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID, text: str
) -> None:
    form = VisitForm(desk, client=office.ask(client_to_visit, erna))
    qtbot.addWidget(form)
    form.fields.visitor.setText(text)
    form.fields.place_note.setText(text)
    form.fields.day.set_value(MONDAY)
    form.fields.times.start.set_value(time(8, 0))
    typed = form.fields.visitor.value().strip()
    saved: list[UUID] = []
    form.planned.connect(saved.append)
    form.save()
    visitor = form.fields.field("visitor")
    qtbot.waitUntil(lambda: bool(saved) or bool(visitor.problem()))
    assert form.fields.visitor.value().strip() == typed
    if saved:
        assert details(office, saved[0]).visit.visitor == typed
    else:
        assert office.ask(visit_details, form._visit_id) is None


def test_the_same_form_begun_anew_brings_back_what_was_typed(
    qtbot: QtBot, desk: Desk, office: Office, erna: UUID
) -> None:
    page = opened(qtbot, desk)
    visit = visit_planned(office, erna)
    first = record_form(qtbot, page, visit)
    first.note.set_value("Half a sent")
    again = page.panel.record(details(office, visit))
    qtbot.waitUntil(lambda: again.note.value() == "Half a sent")
