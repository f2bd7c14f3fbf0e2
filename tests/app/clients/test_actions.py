"""Clients are added and changed all or nothing."""
# ruff: noqa: RUF001 - names of many scripts

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.clients.actions import (
    CLIENT_FORM,
    UNKNOWN_AREA,
    UNKNOWN_CLIENT,
    add_client,
    save_client,
)
from app.clients.phones import NO_DIGITS
from app.clients.queries import (
    client_card,
    count_clients,
    find_clients,
)
from app.clients.rules import Address, ClientFilter
from app.clients.rules.details import NAME_MISSING
from app.drafts.actions import save_draft
from app.drafts.queries import all_drafts
from app.drafts.rules import Drafted
from app.errors import Conflict, Refused
from db.admin import AuditLine
from tests.factories import clients

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

    from app.clients.queries import ClientCard
    from app.office import Office

HOSTILE = st.text(max_size=220) | st.sampled_from(
    ["😀👩‍👩‍👧", "\u202egnp.exe", "a\x00b", "\ud800", "x" * 20_001, "<b>x</b>",
     "<img src=/etc/passwd>", "100%", "_", "'; DROP TABLE client; --", "{name}"],
)  # fmt: skip


def card_of(office: Office, client_id: UUID) -> ClientCard:
    card = office.ask(client_card, client_id)
    assert card is not None
    return card


def actions_audited(connection: Connection) -> list[str]:
    return list(connection.execute(select(AuditLine.action)).scalars())


def test_a_new_client_has_everything_that_was_typed(office: Office) -> None:
    client_id = clients.add_client(
        office,
        given_name=" Ayşe ",
        family_name="Yıldız",
        salutation="ms",
        birth="03.1941",
        phone="0211 8998999",
        mobile="ring twice 12",
        email="ayse@example.org",
        care_of="c/o Kaya",
        street="Koblenzer Straße",
        house_number="12a",
        floor="3. OG",
        postal_code="405 95",
        city="Düsseldorf",
        lives_alone=True,
        letter_language="de",
        address_protected=True,
        hint="Always call the niece first.",
        about="<b>Likes</b>\nchess  ",
        languages=("tr", "de", "tr"),
    )
    card = card_of(office, client_id)
    assert card.name == "Ayşe Yıldız"
    assert (card.phone, card.mobile) == ("+49 211 8998999", "ring twice 12")
    assert card.address == Address(
        "DE", "Kaya", "Koblenzer Straße", "12a", "3. OG", "", "40595", "Düsseldorf"
    )
    assert card.birth is not None
    assert card.birth.precision == "month"
    assert card.about == "<b>Likes</b>\nchess  "
    assert card.languages == ("tr", "de")
    assert card.lives_alone is True
    assert card.address_protected is True
    assert office.ask(actions_audited) == ["add_client"]


def test_a_living_situation_may_stay_unknown(office: Office) -> None:
    assert card_of(office, clients.add_client(office)).lives_alone is None


def test_a_double_click_adds_one_client(office: Office) -> None:
    client_id = uuid4()
    details = clients.client_details()
    assert office.act(add_client, client_id, details).value == client_id
    assert office.act(add_client, client_id, details).value == client_id
    assert office.ask(count_clients) == 1
    assert office.ask(actions_audited) == ["add_client"]


def test_a_refused_form_names_every_field_and_saves_nothing(office: Office) -> None:
    details = clients.client_details(given_name="", family_name=" ", phone="none", area_id=uuid4())
    with pytest.raises(Refused) as refused:
        office.act(add_client, uuid4(), details)
    problems = {problem.field: problem.message for problem in refused.value.problems}
    assert problems == {
        "family_name": NAME_MISSING,
        "phone": NO_DIGITS,
        "area_id": UNKNOWN_AREA,
    }
    assert office.ask(count_clients) == 0


def test_a_changed_card_is_found_under_its_new_name_only(office: Office) -> None:
    client_id = clients.add_client(office, given_name="Erna", family_name="Krüger")
    details = clients.client_details(family_name="Østergaard", lives_alone=True)
    office.act(save_client, client_id, 1, details)
    card = card_of(office, client_id)
    assert (card.family_name, card.version) == ("Østergaard", 2)
    assert office.ask(find_clients, "krug") == ()
    (hit,) = office.ask(find_clients, "oster erna", kind=ClientFilter.LIVING_ALONE)
    assert hit.id == client_id


def test_a_saved_form_leaves_no_draft(office: Office) -> None:
    client_id = clients.add_client(office)
    for form, subject in (
        (CLIENT_FORM, ""),
        (CLIENT_FORM, str(client_id)),
    ):
        office.act(save_draft, Drafted(form, subject, {"hint": "half"}))
    clients.add_client(office, family_name="Berg")
    office.act(save_client, client_id, 1, clients.client_details(hint="whole"))
    assert office.ask(all_drafts, "Anna Beispiel") == ()


def test_languages_can_be_reordered_and_taken_away(office: Office) -> None:
    client_id = clients.add_client(office, languages=("tr", "de", "kmr"))
    office.act(save_client, client_id, 1, clients.client_details(languages=("kmr", "tr")))
    assert card_of(office, client_id).languages == ("kmr", "tr")


def test_a_card_changed_by_someone_else_is_not_overwritten(office: Office) -> None:
    client_id = clients.add_client(office)
    details = clients.client_details(hint="first")
    office.act(save_client, client_id, 1, details)
    with pytest.raises(Conflict):
        office.act(save_client, client_id, 1, replace(details, hint="second"))
    assert card_of(office, client_id).hint == "first"


def test_an_unchanged_number_is_read_the_same_again(office: Office) -> None:
    client_id = clients.add_client(office, phone="0211 8998999")
    stored = card_of(office, client_id).phone
    office.act(save_client, client_id, 1, clients.client_details(phone=stored))
    assert card_of(office, client_id).phone == stored


def test_nobody_is_changed_who_is_not_there(office: Office) -> None:
    with pytest.raises(Refused, match=UNKNOWN_CLIENT):
        office.act(save_client, uuid4(), 1, clients.client_details())


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    values=st.dictionaries(
        st.sampled_from(
            ["given_name", "family_name", "birth", "phone", "mobile", "email", "care_of",
             "street", "house_number", "floor", "door", "postal_code", "city", "hint", "about"]
        ),
        HOSTILE,
        max_size=4,
    )
)  # fmt: skip
def test_hostile_text_is_stored_as_typed_or_refused_at_its_field(
    office: Office, values: dict[str, str]
) -> None:
    details = clients.client_details(**values)
    try:
        client_id = office.act(add_client, uuid4(), details).value
    except Refused as refused:
        fields = {problem.field for problem in refused.problems}
        assert fields <= values.keys() | {"family_name"}
        return
    card = card_of(office, client_id)
    assert card.about == details.about
    assert card.hint == details.hint.strip()
    assert card.family_name == details.family_name.strip()
    assert card.address == details.address


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=HOSTILE)
def test_hostile_search_text_finds_nobody_and_breaks_nothing(office: Office, typed: str) -> None:
    for hit in office.ask(find_clients, typed):
        assert hit.family_name


def test_a_change_of_languages_alone_is_a_new_version_of_the_card(office: Office) -> None:
    client_id = office.act(add_client, uuid4(), clients.client_details()).value
    office.act(save_client, client_id, 1, clients.client_details(languages=("kmr",)))

    with pytest.raises(Conflict):
        office.act(save_client, client_id, 1, clients.client_details(languages=("tr",)))
