"""Household and relations are added, changed and ended on the card, by keyboard too."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from app.clients.queries import client_card, find_clients
from app.drafts.queries import all_drafts
from app.households.queries import household_of, likely_members, relations_of
from tests.factories.households import household, relation, resident
from tests.ui.widgets.hands import bring_forward, click
from ui.households.circle_card import CircleCard
from ui.households.join_form import JoinForm
from ui.households.name_form import NameForm
from ui.households.relation_form import RelationForm
from ui.households.relation_line import RelationLine

if TYPE_CHECKING:
    from uuid import UUID

    from pytestqt.qtbot import QtBot

    from app.office import Office
    from ui.desk import Desk

TODAY = date(2026, 11, 23)


@pytest.fixture
def circle(qtbot: QtBot, desk: Desk) -> CircleCard:
    """A card of nobody yet, in sight; it asks again after each act, as its page does."""
    card = CircleCard(desk)
    card.resize(640, 700)
    qtbot.addWidget(card)
    card.show()
    return card


def show(qtbot: QtBot, office: Office, circle: CircleCard, person_id: UUID) -> None:
    card = office.ask(client_card, person_id)
    assert card is not None
    circle.show_answer(card, office.ask(circle.question(person_id)))


def relation_form(circle: CircleCard) -> RelationForm:
    assert isinstance(circle.form, RelationForm)
    return circle.form


def test_somebody_new_is_related_in_one_form(
    qtbot: QtBot, office: Office, circle: CircleCard
) -> None:
    erna = resident(office, "Erna")
    bring_forward(qtbot, circle)
    show(qtbot, office, circle, erna)
    click(circle, "Add relation")
    fields = relation_form(circle).fields
    fields.is_new.set_value(True)
    assert fields.field("other_id").isHidden()
    for name, typed in (("given_name", "Ida"), ("phone", "0211 8998999"), ("in_emergency", "1")):
        fields.inputs[name].set_value(typed)
    fields.inputs["kind"].set_value("niece_nephew")
    fields.inputs["has_key"].set_value(True)
    fields.inputs["detail"].setFocus()
    qtbot.keyClick(fields.inputs["detail"], Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: circle.form is None)
    qtbot.waitUntil(lambda: bool(circle.findChildren(RelationLine)))
    assert office.ask(find_clients, "ida")[0].name == "Ida"
    (row,) = office.ask(relations_of, erna)
    assert (row.in_emergency, row.has_key) == (1, True)


def test_problems_stand_beside_the_fields_and_nothing_is_lost(
    qtbot: QtBot, office: Office, circle: CircleCard
) -> None:
    show(qtbot, office, circle, resident(office, "Erna"))
    circle.do("relation", None)
    form = relation_form(circle)
    form.fields.inputs["in_emergency"].set_value("first")
    form.save()
    qtbot.waitUntil(lambda: bool(form.fields.field("in_emergency").problem()))
    assert form.fields.field("other_id").problem()
    assert form.fields.inputs["in_emergency"].value() == "first"


def test_a_form_that_is_left_comes_back(qtbot: QtBot, office: Office, circle: CircleCard) -> None:
    show(qtbot, office, circle, resident(office, "Erna"))
    circle.do("relation", None)
    form = relation_form(circle)
    qtbot.waitUntil(lambda: form.keeper._has_looked)
    form.fields.is_new.set_value(True)
    form.fields.inputs["given_name"].set_value("Half")
    qtbot.keyClick(form.fields, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(office.ask(all_drafts, "Anna Beispiel")) == 1)
    circle.do("relation", None)
    again = relation_form(circle)
    qtbot.waitUntil(lambda: again.fields.inputs["given_name"].value() == "Half")
    assert not again.fields.field("given_name").isHidden()


def test_a_relation_is_changed_in_its_place(
    qtbot: QtBot, office: Office, circle: CircleCard
) -> None:
    erna, ida = resident(office, "Erna"), resident(office, "Ida")
    relation(office, erna, ida, kind="friend")
    show(qtbot, office, circle, ida)
    click(circle, "Change the relation to Erna Krüger")
    qtbot.waitUntil(lambda: circle.form is not None)
    form = relation_form(circle)
    form.fields.inputs["detail"].set_value("from school")
    form.save()
    qtbot.waitUntil(lambda: circle.form is None)
    assert office.ask(relations_of, erna)[0].detail == "from school"


def test_a_mistake_is_deleted_from_the_form_and_can_be_undone(
    qtbot: QtBot, office: Office, circle: CircleCard
) -> None:
    said: list[Any] = []
    circle.said.connect(lambda words, undo: said.append((words, undo)))
    erna, ida = resident(office, "Erna"), resident(office, "Ida")
    relation(office, erna, ida, detail="from school")
    show(qtbot, office, circle, erna)
    click(circle, "Change the relation to Ida Krüger")
    qtbot.waitUntil(lambda: circle.form is not None)
    relation_form(circle).delete_button.click()
    qtbot.waitUntil(lambda: bool(said) and circle.form is None)
    assert office.ask(relations_of, erna) == ()
    said[0][1]()
    qtbot.waitUntil(lambda: len(office.ask(relations_of, erna)) == 1)
    assert office.ask(relations_of, erna)[0].detail == "from school"


def test_an_end_can_be_undone(qtbot: QtBot, office: Office, circle: CircleCard) -> None:
    said: list[Any] = []
    circle.said.connect(lambda words, undo: said.append((words, undo)))
    erna, ida = resident(office, "Erna"), resident(office, "Ida")
    relation(office, erna, ida)
    show(qtbot, office, circle, erna)
    click(circle, "End the relation to Ida Krüger")
    qtbot.waitUntil(lambda: bool(said))
    assert office.ask(relations_of, erna)[0].has_ended(TODAY)
    said[0][1]()
    qtbot.waitUntil(lambda: not office.ask(relations_of, erna)[0].has_ended(TODAY))


def test_the_question_about_one_address_is_answered_with_a_press(
    qtbot: QtBot, office: Office, circle: CircleCard
) -> None:
    erna, karl = resident(office, "Erna"), resident(office, "Karl")
    show(qtbot, office, circle, erna)
    click(circle, "One household")
    qtbot.waitUntil(lambda: office.ask(household_of, karl, TODAY) is not None)


def test_not_one_household_can_be_undone(qtbot: QtBot, office: Office, circle: CircleCard) -> None:
    said: list[Any] = []
    circle.said.connect(lambda words, undo: said.append((words, undo)))
    erna = resident(office, "Erna")
    resident(office, "Karl")
    show(qtbot, office, circle, erna)
    click(circle, "Not one household")
    qtbot.waitUntil(lambda: bool(said))
    assert office.ask(likely_members, erna, TODAY) == ()
    said[0][1]()
    qtbot.waitUntil(lambda: bool(office.ask(likely_members, erna, TODAY)))


def test_who_moves_out_can_be_brought_back(
    qtbot: QtBot, office: Office, circle: CircleCard
) -> None:
    said: list[Any] = []
    circle.said.connect(lambda words, undo: said.append((words, undo)))
    erna, karl = resident(office, "Erna"), resident(office, "Karl")
    household(office, erna, karl)
    show(qtbot, office, circle, erna)
    click(circle, "Karl Krüger has moved out")
    qtbot.waitUntil(lambda: bool(said))
    assert office.ask(household_of, karl, TODAY) is None
    said[0][1]()
    qtbot.waitUntil(lambda: office.ask(household_of, karl, TODAY) is not None)


def test_a_household_gets_a_name(qtbot: QtBot, office: Office, circle: CircleCard) -> None:
    erna, karl = resident(office, "Erna"), resident(office, "Karl")
    household(office, erna, karl)
    show(qtbot, office, circle, erna)
    click(circle, "Name the household")
    assert isinstance(circle.form, NameForm)
    circle.form.fields.name.set_value("Familie Krüger")
    circle.form.save()
    qtbot.waitUntil(lambda: circle.form is None)
    named = office.ask(household_of, karl, TODAY)
    assert named is not None
    assert named.name == "Familie Krüger"


def test_somebody_who_is_chosen_joins(qtbot: QtBot, office: Office, circle: CircleCard) -> None:
    erna, far = resident(office, "Erna"), resident(office, "Far", street="Weg")
    show(qtbot, office, circle, erna)
    click(circle, "Add member")
    assert isinstance(circle.form, JoinForm)
    circle.form.save()
    assert circle.form.fields.field("person_id").problem()
    circle.form.fields.picker.set_record(far, "Far Krüger")
    circle.form.save()
    qtbot.waitUntil(lambda: office.ask(household_of, far, TODAY) is not None)


def test_a_name_leads_to_its_card(qtbot: QtBot, office: Office, circle: CircleCard) -> None:
    places: list[Any] = []
    circle.place_wanted.connect(places.append)
    erna, ida = resident(office, "Erna"), resident(office, "Ida")
    relation(office, erna, ida)
    show(qtbot, office, circle, erna)
    buttons = circle.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "Ida Krüger").click()
    assert (places[0].page, places[0].record) == ("clients", ida)


def test_the_same_form_begun_anew_brings_back_what_was_typed(
    qtbot: QtBot, office: Office, circle: CircleCard
) -> None:
    show(qtbot, office, circle, resident(office, "Erna"))
    circle.do("relation", None)
    first = relation_form(circle)
    qtbot.waitUntil(lambda: first.keeper._has_looked)
    first.fields.inputs["detail"].set_value("Half a sent")
    circle.do("relation", None)
    again = relation_form(circle)
    assert again is not first
    qtbot.waitUntil(lambda: again.fields.inputs["detail"].value() == "Half a sent")


def test_nothing_of_one_person_is_left_on_the_card_of_the_next(
    qtbot: QtBot, office: Office, circle: CircleCard
) -> None:
    erna, ida = resident(office, "Erna"), resident(office, "Ida")
    household(office, erna, ida)
    relation(office, erna, ida, has_key=True, in_emergency="1")
    relation(office, erna, resident(office, "Karl"))
    show(qtbot, office, circle, erna)
    assert {"Ida Krüger", "Karl Krüger", "Has the key"} <= words_in_sight(circle)
    show(qtbot, office, circle, resident(office, "Olga", street="Elsewhere"))
    seen = words_in_sight(circle)
    assert not {"Ida Krüger", "Karl Krüger", "Has the key", "One household"} & seen
    assert {"No household is known yet.", "Nobody around this person is known yet."} <= seen
    show(qtbot, office, circle, erna)
    assert {"Ida Krüger", "Karl Krüger", "Has the key"} <= words_in_sight(circle)


def words_in_sight(circle: CircleCard) -> set[str]:
    parts: list[QLabel | QPushButton] = [*circle.findChildren(QLabel)]
    parts += circle.findChildren(QPushButton)
    return {part.text() for part in parts if part.isVisibleTo(circle)}


def test_the_keyboard_stays_in_the_card_when_the_proposal_goes(
    qtbot: QtBot, office: Office, circle: CircleCard
) -> None:
    erna = resident(office, "Erna")
    resident(office, "Otto")
    bring_forward(qtbot, circle)
    show(qtbot, office, circle, erna)
    button = circle._likely.findChildren(QPushButton)[0]
    button.setFocus()

    button.click()
    qtbot.waitUntil(lambda: office.ask(household_of, erna, TODAY) is not None)
    show(qtbot, office, circle, erna)

    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Add relation"
