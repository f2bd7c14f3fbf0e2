"""The form takes any text and asks only for what an address of the country has."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.areas.actions import load_area_list
from app.areas.queries import all_areas
from app.clients.queries import client_card, client_to_edit
from app.clients.rules import ClientDetails, check_client
from tests.conftest import NOW
from tests.factories.clients import add_client, client_details
from ui.clients.client_fields import ClientFields
from ui.clients.client_form import ClientForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.clients.queries import ClientToEdit
    from app.office import Office
    from ui.desk import Desk

LINES = ("given_name", "family_name", "birth", "phone", "mobile", "email", "care_of", "street",
         "house_number", "floor", "door", "postal_code", "city", "hint")  # fmt: skip
HOSTILE = st.text(max_size=220) | st.sampled_from(
    ["😀👩‍👩‍👧", "\u202egnp.exe", "a\x00b", "\ud800", "x" * 20_001, "<b>x</b>",
     "<img src=/etc/passwd>", "100%", "_", "'; DROP TABLE client; --", "{name}"],
)  # fmt: skip


def editing(office: Office, **fields: object) -> ClientToEdit:
    """What the form of a saved client shows."""
    answer = office.ask(client_to_edit, add_client(office, **fields))
    assert answer is not None
    return answer


def test_an_untouched_form_says_what_was_saved(qtbot: QtBot, office: Office) -> None:
    office.act(load_area_list, "duesseldorf")
    garath = office.ask(all_areas)[9].areas[0]
    opened = editing(
        office, salutation="ms", birth="03.1941", phone="0211 8998999", country="DK", floor="st",
        door="tv", postal_code="2750", area_id=garath.id, lives_alone=False, letter_language="da",
        address_protected=True, hint="x", about="a\nb", languages=("kmr", "tr"),
    )  # fmt: skip
    fields = ClientFields(opened)
    qtbot.addWidget(fields)
    assert fields.value() == opened.details
    assert not fields.is_dirty()


def test_a_form_has_a_field_for_everything_that_is_saved(qtbot: QtBot, office: Office) -> None:
    fields = ClientFields(editing(office))
    qtbot.addWidget(fields)
    # Languages and levels are one input.
    assert {*fields.inputs, "levels"} == set(ClientDetails.__dataclass_fields__)


def test_only_danish_addresses_are_asked_for_a_door(qtbot: QtBot, office: Office) -> None:
    fields = ClientFields(editing(office))
    qtbot.addWidget(fields)
    assert fields.field("door").isHidden()
    fields.inputs["country"].set_value("DK")
    assert not fields.field("door").isHidden()
    fields.inputs["door"].set_value("tv")
    fields.inputs["country"].set_value("DE")
    fields.inputs["country"].set_value("DK")
    assert fields.value().door == "tv"


def test_areas_are_named_with_their_district(qtbot: QtBot, office: Office) -> None:
    office.act(load_area_list, "duesseldorf")
    fields = ClientFields(editing(office))
    qtbot.addWidget(fields)
    choice = fields.inputs["area_id"]
    words = [choice.itemText(at) for at in range(choice.count())]
    assert words[:3] == ["Not known", "District 1", "Altstadt · District 1"]
    assert len(words) == 61


def test_without_areas_none_is_asked_for(qtbot: QtBot, office: Office) -> None:
    fields = ClientFields(editing(office))
    qtbot.addWidget(fields)
    assert fields.field("area_id").isHidden()


def test_a_number_kept_as_typed_is_said_so(qtbot: QtBot, desk: Desk, office: Office) -> None:
    form = ClientForm(desk, editing(office))
    qtbot.addWidget(form)
    line = form.fields.inputs["phone"]
    line.set_value("0211 8998999 (niece)")
    line.editingFinished.emit()
    words = form.fields.field("phone").findChildren(type(form.fields.field("phone")._problem))
    qtbot.waitUntil(
        lambda: any("kept as typed" in word.text() and not word.isHidden() for word in words)
    )
    line.set_value("0211 8998999")
    assert not any("kept as typed" in word.text() and not word.isHidden() for word in words)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=st.dictionaries(st.sampled_from([*LINES, "about"]), HOSTILE, max_size=5))
def test_a_form_keeps_any_text_or_names_it_and_never_breaks(
    qtbot: QtBot, office: Office, values: dict[str, str]
) -> None:
    opened = office.ask(client_to_edit, None)
    assert opened is not None
    fields = ClientFields(opened)
    qtbot.addWidget(fields)
    fields.inputs["family_name"].set_value("Berg")
    for name, text in values.items():
        fields.inputs[name].set_value(text)
    fields.restore(fields.texts())
    details = fields.value()
    problems = check_client(details, NOW.date())
    fields.check()
    fields.show_problems(problems)
    for problem in problems:
        assert fields.field(problem.field).problem()
    fields.grab()


@pytest.mark.parametrize("name", LINES)
def test_a_text_that_is_too_long_is_kept_and_refused(
    qtbot: QtBot, desk: Desk, office: Office, name: str
) -> None:
    opened = office.ask(client_to_edit, None)
    assert opened is not None
    form = ClientForm(desk, opened)
    qtbot.addWidget(form)
    form.fields.inputs["country"].set_value("DK")
    form.fields.inputs["family_name"].set_value("Berg")
    form.fields.inputs[name].set_value("x" * 20_001)
    form.save()
    qtbot.waitUntil(lambda: bool(form.fields.field(name).problem()))
    assert form.fields.inputs[name].value() == "x" * 20_001


def test_details_survive_the_form_of_someone_new(qtbot: QtBot, desk: Desk, office: Office) -> None:
    opened = office.ask(client_to_edit, None)
    assert opened is not None
    form = ClientForm(desk, opened)
    qtbot.addWidget(form)
    form.fields.fill(client_details(about="<b>stays</b>", languages=("tr",)))
    with qtbot.waitSignal(form.saved) as saved:
        form.save()
    assert saved.args == [form.client_id]
    card = office.ask(client_card, form.client_id)
    assert card is not None
    assert (card.about, card.languages) == ("<b>stays</b>", ("tr",))
    assert office.ask(client_card, uuid4()) is None
