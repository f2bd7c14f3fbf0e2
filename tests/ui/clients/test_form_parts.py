"""The form grows by parts: they open for what they hold, for problems and for drafts."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from app.admin.office_settings import KEEPS_CPR, save_office_setting
from app.clients.queries import client_card, client_to_edit, coming_visits, further_reaches
from app.clients.rules import FurtherAddress, Reach, RoleSpan
from app.clients.rules.cpr import FAILS_MODULUS
from app.errors import Problem
from app.matches.queries import matches_of
from db.visiting import Visit
from tests.factories.clients import add_client
from tests.factories.households import AT_HOME
from tests.factories.matches import active_volunteer, propose
from tests.ui.widgets.hands import click
from ui.clients.client_fields import ClientFields
from ui.clients.client_form import ClientForm
from ui.clients.cpr_hint import CprHint

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.office import Act, Office
    from ui.desk import Desk

TODAY = date(2026, 11, 23)


def fields_of(qtbot: QtBot, office: Office, client_id: UUID | None) -> ClientFields:
    editing = office.ask(client_to_edit, client_id)
    assert editing is not None
    fields = ClientFields(editing)
    qtbot.addWidget(fields)
    fields.show()
    return fields


def form_of(qtbot: QtBot, office: Office, desk: Desk, client_id: UUID | None) -> ClientForm:
    editing = office.ask(client_to_edit, client_id)
    assert editing is not None
    form = ClientForm(desk, editing)
    qtbot.addWidget(form)
    form.show()
    qtbot.waitUntil(lambda: form.keeper._has_looked)
    return form


def open_parts(fields: ClientFields) -> list[bool]:
    return [part.is_open() for part in fields.parts]


def test_a_new_person_is_asked_for_contact_and_address_first(qtbot: QtBot, office: Office) -> None:
    assert open_parts(fields_of(qtbot, office, None)) == [True, True, False, False, False]


def test_parts_that_hold_something_are_open(qtbot: QtBot, office: Office) -> None:
    client_id = add_client(office, languages=("tr",), about="x", status="deceased")
    assert all(open_parts(fields_of(qtbot, office, client_id)))


def test_a_problem_opens_its_part(qtbot: QtBot, office: Office) -> None:
    fields = fields_of(qtbot, office, None)
    fields.show_problems([Problem("no", "responsible")])
    assert fields.parts[-1].is_open()
    assert fields.field("responsible").problem() == "no"


def test_a_problem_of_a_row_stands_in_the_row(qtbot: QtBot, office: Office) -> None:
    fields = fields_of(qtbot, office, None)
    fields.inputs["reaches"].add_row()
    fields.inputs["reaches"].add_row()
    fields.show_problems([Problem("no digits", "reaches.1.value")])
    rows = fields.inputs["reaches"].rows
    assert [row.field("value").problem() for row in rows] == ["", "no digits"]
    fields.clear_problems()
    assert rows[1].field("value").problem() == ""


def test_rows_say_what_was_saved_and_a_draft_brings_them_back(qtbot: QtBot, office: Office) -> None:
    reaches = (Reach(uuid4(), "email", "Work", "ida@example.org", "x", TODAY, None),)
    addresses = (FurtherAddress(uuid4(), "stay", "DK", street="Vej", door="tv", city="Ballerup"),)
    roles = (RoleSpan("client", TODAY), RoleSpan("volunteer", None, TODAY))
    client_id = add_client(office, reaches=reaches, addresses=addresses, roles=roles)
    fields = fields_of(qtbot, office, client_id)
    value = fields.value()
    assert (value.reaches, value.addresses, set(value.roles)) == (reaches, addresses, set(roles))
    texts = fields.texts()
    again = fields_of(qtbot, office, None)
    again.restore(texts)
    assert again.value().reaches == reaches
    assert again.value().addresses == addresses


def test_what_is_no_draft_of_rows_is_left_out(qtbot: QtBot, office: Office) -> None:
    fields = fields_of(qtbot, office, None)
    for text in ("", "nothing", "3", "[3]", '{"a": 1}'):
        fields.inputs["reaches"].restore_text(text)
        assert fields.value().reaches == ()


def test_a_row_is_taken_away_by_its_button(qtbot: QtBot, office: Office) -> None:
    fields = fields_of(qtbot, office, None)
    click(fields, "Add phone or e-mail")
    click(fields, "Take this number away")
    assert fields.value().reaches == ()


def test_a_further_address_begins_in_the_country_of_the_main_one(
    qtbot: QtBot, office: Office
) -> None:
    fields = fields_of(qtbot, office, None)
    fields.inputs["country"].set_value("DK")
    fields.inputs["addresses"].add_button.click()
    (row,) = fields.inputs["addresses"].rows
    assert not row.field("door").isHidden()


def test_a_day_that_is_none_is_told_in_its_row(qtbot: QtBot, office: Office) -> None:
    fields = fields_of(qtbot, office, None)
    fields.inputs["roles"].rows[0].restore({"until": "31.2."})
    assert not fields.check()
    assert fields.inputs["roles"].rows[0].field("until").problem()


def test_the_day_of_a_move_is_asked_when_the_address_changes(qtbot: QtBot, office: Office) -> None:
    fields = fields_of(qtbot, office, add_client(office, **AT_HOME))
    assert fields.field("moved_on").isHidden()
    fields.inputs["street"].set_value("Weg")
    assert not fields.field("moved_on").isHidden()


def test_the_days_of_a_status_are_asked_where_they_fit(qtbot: QtBot, office: Office) -> None:
    fields = fields_of(qtbot, office, None)
    shown = [
        [not fields.field(name).isHidden() for name in ("status_from", "status_until")]
        for status in ("active", "paused", "deceased")
        if fields.inputs["status"].set_value(status) is None
    ]
    assert shown == [[False, False], [True, True], [True, False]]


def test_a_cpr_number_is_asked_only_where_it_may_be_kept(qtbot: QtBot, office: Office) -> None:
    assert fields_of(qtbot, office, None).field("cpr").isHidden()
    office.act(save_office_setting, KEEPS_CPR, value=True)
    fields = fields_of(qtbot, office, None)
    assert not fields.field("cpr").isHidden()
    fields.inputs["cpr"].set_value("251248-9996")
    fields.inputs["cpr"].editingFinished.emit()
    (hint,) = fields.findChildren(CprHint)
    assert hint.words.text() == FAILS_MODULUS
    fields.inputs["cpr"].set_value("")
    assert hint.words.isHidden()


def _plan(act: Act, client_id: UUID) -> None:
    for day in (1, 8):
        start, end = datetime(2026, 12, day, 14), datetime(2026, 12, day, 15)  # noqa: DTZ001 - local
        act.session.add(Visit(client_id=client_id, visitor="Per", planned_start=start,
                              planned_end=end, place="home"))  # fmt: skip


def test_the_visits_of_who_died_are_listed_and_cancelled_with_the_save(
    qtbot: QtBot, office: Office, desk: Desk
) -> None:
    client_id = add_client(office)
    office.act(_plan, client_id)
    form = form_of(qtbot, office, desk, client_id)
    saved: list[Any] = []
    form.saved.connect(saved.append)
    form.fields.inputs["status"].set_value("deceased")
    qtbot.waitUntil(lambda: not form.fields.ruled_out.isHidden())
    assert "1 Dec 2026, 14:00, Per" in form.fields.ruled_out.accessibleName()
    assert form.fields.inputs["cancels_visits"].value()
    form.save()
    qtbot.waitUntil(lambda: bool(saved))
    assert office.ask(coming_visits, client_id, TODAY) == ()


def test_the_visits_stay_when_the_tick_is_taken_away(
    qtbot: QtBot, office: Office, desk: Desk
) -> None:
    client_id = add_client(office)
    office.act(_plan, client_id)
    form = form_of(qtbot, office, desk, client_id)
    form.fields.inputs["status"].set_value("moved")
    qtbot.waitUntil(lambda: not form.fields.ruled_out.isHidden())
    form.fields.inputs["cancels_visits"].set_value(False)
    saved: list[Any] = []
    form.saved.connect(saved.append)
    form.save()
    qtbot.waitUntil(lambda: bool(saved))
    assert len(office.ask(coming_visits, client_id, TODAY)) == 2


def test_the_form_says_that_the_match_of_who_died_ends(
    qtbot: QtBot, office: Office, desk: Desk
) -> None:
    client_id = add_client(office)
    propose(office, client_id, active_volunteer(office))
    form = form_of(qtbot, office, desk, client_id)
    form.fields.inputs["status"].set_value("moved")
    assert form.fields.ruled_out.isHidden()
    form.fields.inputs["status"].set_value("deceased")
    qtbot.waitUntil(lambda: not form.fields.ruled_out.isHidden())
    said = form.fields.ruled_out.accessibleName()
    assert "This status ends the match with Anja Kurz." in said
    assert "does not undo this" in said
    assert form.fields.field("cancels_visits").isHidden(), "there is nothing to choose"
    saved: list[Any] = []
    form.saved.connect(saved.append)
    form.save()
    qtbot.waitUntil(lambda: bool(saved))
    assert [row.stage for row in office.ask(matches_of, client_id)] == ["ended"]


def test_everything_typed_into_a_new_form_is_saved(
    qtbot: QtBot, office: Office, desk: Desk
) -> None:
    form = form_of(qtbot, office, desk, None)
    inputs = form.fields.inputs
    inputs["family_name"].set_value("Krüger")
    inputs["languages"].set_value(("tr",), ("native",))
    click(form, "Add phone or e-mail")
    inputs["reaches"].rows[0].restore({"value": "0211 8998999", "label": "Son"})
    saved: list[UUID] = []
    form.saved.connect(saved.append)
    form.save()
    qtbot.waitUntil(lambda: bool(saved))
    card = office.ask(client_card, saved[0])
    assert card is not None
    assert (card.languages, card.levels) == (("tr",), ("native",))
    assert card.roles == (RoleSpan("client", TODAY),)
    assert office.ask(further_reaches, saved[0])[0].value == "+49 211 8998999"
