"""The card of a day: what stands against it, its forms, and what is done can be undone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from app.mobile_advice.tours.day_actions import move_day
from app.mobile_advice.tours.queries import day_card
from app.mobile_advice.tours.rules import DayState, HaltDetails
from tests.factories.booking import MadeHalt, add_mediator, book, request_mediator
from tests.factories.clients import add_client
from tests.factories.tours import TUESDAY, at, days, mate, stop, tour, vehicle
from ui.mobile_advice.tours.cancel_form import CancelForm
from ui.mobile_advice.tours.day_form import DayForm
from ui.mobile_advice.tours.day_panel import DayPanel
from ui.mobile_advice.tours.day_parts import ToTellCard
from ui.mobile_advice.tours.halt_row import HaltRowForm
from ui.mobile_advice.tours.halts_card import HaltsCard
from ui.mobile_advice.tours.held_question import HeldQuestion
from ui.widgets.labels import Label
from ui.widgets.page import Place
from ui.widgets.words_button import WordsButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.mobile_advice.tours.rows import DayCard
    from app.office import Office
    from ui.desk import Desk


@pytest.fixture
def panel(qtbot: QtBot, office: Office, desk: Desk) -> DayPanel:
    """Show Tuesday's tour with two stops, of which the second has no permit that day."""
    bus = vehicle(office)
    second = stop(office, "Benrath", needs_permit=True, permit_number="7",
                  permit_until=date(2026, 11, 23))  # fmt: skip
    first = stop(office, contact_name="Frau Amsel", contact_phone="0211 1", bad_weather="Foyer")
    tour(office, at(first), at(second, "12:00", "14:00"), crew=(mate(),), vehicle_id=bus)
    panel = DayPanel(desk)
    qtbot.addWidget(panel)
    panel.resize(700, 700)
    panel.show()
    panel.show_record(days(office)[0].id)
    qtbot.waitUntil(lambda: panel.card.card is not None)
    return panel


def shown(panel: DayPanel) -> DayCard:
    """Answer the day that is shown."""
    assert panel.card.card is not None
    return panel.card.card


def words(panel: DayPanel) -> str:
    """Answer everything that the card says."""
    found = panel.card.findChildren(Label)
    return " ".join(label.text() for label in found if label.isVisible())


def test_what_stands_against_a_day_is_said_and_it_cannot_be_confirmed(panel: DayPanel) -> None:
    assert "The permit of Benrath ended on 23.11.2026" in words(panel)
    assert "09:30–11:30  Garath, Bürgerhaus" in words(panel)
    assert "Contact on site: Frau Amsel 0211 1\nIn bad weather: Foyer" in words(panel)
    assert "Karin Vogt" in words(panel)
    assert not panel.card.confirm_button.isEnabled()
    assert not panel.card.close_button.isVisible(), "the day is still ahead"


def test_a_changed_day_is_refused_beside_its_field_then_saved_and_taken_back(
    qtbot: QtBot, office: Office, panel: DayPanel
) -> None:
    said: list[tuple[str, Any]] = []
    panel.said.connect(lambda sentence, undo: said.append((sentence, undo)))
    panel.edit(shown(panel).row.id)
    qtbot.waitUntil(lambda: isinstance(panel.form, DayForm))
    form: Any = panel.form
    form.save()
    qtbot.waitUntil(lambda: "no other stop has" in _problems(form).lower())
    first, second = form.content.inputs["halts"].rows
    key = first.value().id
    second.inputs["is_cancelled"].set_value(True)
    second.inputs["reason"].set_value("Baustelle")
    form.save()
    qtbot.waitUntil(lambda: bool(said))
    saved = office.ask(day_card, shown(panel).row.id)
    assert saved is not None
    assert [halt.is_cancelled for halt in saved.halts] == [False, True]
    said[0][1]()
    qtbot.waitUntil(lambda: not _cancelled(office))
    assert key == saved.halts[0].id


def _problems(form: DayForm) -> str:
    row = form.content.inputs["halts"].rows[1]
    return str(row.field("stop_id").problem())


def _cancelled(office: Office) -> list[str]:
    found = office.ask(day_card, days(office)[0].id)
    assert found is not None
    return [halt.stop for halt in found.halts if halt.is_cancelled]


def test_the_form_that_cancels_tells_of_people_and_mediators_and_offers_to_keep_them(
    qtbot: QtBot, office: Office, panel: DayPanel
) -> None:
    day, (first, second) = shown(panel).row, shown(panel).halts
    made = MadeHalt(first.id, first.stop_id, day.id)
    appointment = book(office, made.at(570), person_id=add_client(office))
    request_mediator(
        office, day=TUESDAY, mediator_id=add_mediator(office), appointment_id=appointment
    )
    panel.begin_cancel(day.id)
    qtbot.waitUntil(lambda: isinstance(panel.form, CancelForm))
    form: Any = panel.form
    told = form.content.told
    assert "1 appointment is cancelled" in told.text()
    assert "1 request for a mediator" in told.text()
    form.content.inputs["halt_id"].set_value(second.id)
    assert told.text() == "Nobody has an appointment there."
    assert not form.content.field("keeps_mediators").isVisible()
    form.content.inputs["halt_id"].set_value(first.id)
    form.content.inputs["keeps_mediators"].set_value(True)
    form.save()
    qtbot.waitUntil(lambda: bool(form.fields.field("reason").problem()))
    form.content.inputs["reason"].set_value("Baustelle")
    form.save()
    qtbot.waitUntil(lambda: len(_cancelled(office)) == 1)
    found = office.ask(day_card, day.id)
    assert found is not None
    titles = " ".join(task.title for task in found.to_tell)
    assert "Settle with Housing office how the mediator helps on Tue 24 Nov 2026" in titles
    to_tell = panel.card.to_tell
    assert isinstance(to_tell, ToTellCard)
    places: list[Place] = []
    panel.place_wanted.connect(places.append)
    qtbot.waitUntil(lambda: len(to_tell.findChildren(WordsButton)) == len(found.to_tell))
    to_tell.findChildren(WordsButton)[0].click()
    assert places == [Place("tasks", found.to_tell[0].id)]


def test_a_stop_of_a_day_is_cancelled_from_its_line(qtbot: QtBot, panel: DayPanel) -> None:
    assert isinstance(panel.card.halts, HaltsCard)
    buttons = {one.accessibleName(): one for one in panel.card.halts.findChildren(QAbstractButton)}
    qtbot.keyClick(buttons["Cancel stop Benrath"], Qt.Key.Key_Space)
    assert isinstance(panel.form, CancelForm)
    chosen = panel.form.content.inputs["halt_id"].value()
    assert chosen == shown(panel).halts[1].id


def test_a_day_that_was_held_asks_how_far_the_bus_drove(
    qtbot: QtBot, office: Office, panel: DayPanel
) -> None:
    place = stop(office, "Eller")
    own = tour(office, at(place), name="Ost", vehicle_id=vehicle(office, "Kleiner Bus"))
    row = next(row for row in days(office) if row.tour_id == own)
    today = date(2026, 11, 23)
    office.act(move_day, row.id, row.version, today)
    panel.show_record(row.id)
    qtbot.waitUntil(lambda: shown(panel).row.day == today)
    qtbot.keyClick(panel.card.close_button, Qt.Key.Key_Space)
    question = panel.question
    assert isinstance(question, HeldQuestion)
    question.kilometres.set_value("23.4")
    question.verb_button.click()
    qtbot.waitUntil(lambda: shown(panel).row.state == DayState.HELD)
    assert shown(panel).kilometres == 234
    assert "23.4" in words(panel)


def test_a_stop_keeps_its_key_through_a_draft(qtbot: QtBot, office: Office) -> None:
    key = stop(office)
    row = HaltRowForm(())
    qtbot.addWidget(row)
    row.fill(HaltDetails(None, None, None, 3, is_cancelled=True, id=key, reason="Baustelle"))
    other = HaltRowForm(())
    qtbot.addWidget(other)
    other.restore(row.texts())
    assert other.value().id == key
    assert other.value().counters == 3
    assert not other.field("reason").isHidden()
    other.restore({"halt": "no key"})
    assert other.value().id is None
