"""Clients are found while typing, listed in the reader's order, and shown whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from app.areas.actions import load_area_list
from app.clients import actions
from app.clients.queries import (
    client_card,
    client_hit,
    client_place,
    client_to_edit,
    client_window,
    count_clients,
    find_clients,
    home_country,
)
from app.clients.queries.finding import _finding
from app.clients.queries.windows import _count, _window
from app.clients.rules import ClientFilter
from db.admin import OfficeCard
from tests.factories.clients import add_client, client_details

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

    from app.clients.queries import ClientHit
    from app.office import Act, Office


def people(office: Office, *names: str, **fields: object) -> dict[str, UUID]:
    """Add clients named "Given Family"."""
    return {
        name: add_client(
            office, given_name=name.partition(" ")[0], family_name=name.partition(" ")[2], **fields
        )
        for name in names
    }


def names(hits: tuple[ClientHit, ...]) -> list[str]:
    return [hit.name for hit in hits]


@pytest.mark.parametrize("typed", ["muller", "mueller", "Müller", "MÜL", "anna mul", "mul anna"])
def test_all_ways_to_write_a_name_find_it(office: Office, typed: str) -> None:
    people(office, "Anna Müller", "Jens Ærø", "Anna Schmidt")
    assert names(office.ask(find_clients, typed)) == ["Anna Müller"]


def test_a_danish_name_is_found_without_danish_letters(office: Office) -> None:
    people(office, "Anna Müller", "Jens Ærø", "Åge Lund")
    assert names(office.ask(find_clients, "aero")) == ["Jens Ærø"]
    assert names(office.ask(find_clients, "aage")) == ["Åge Lund"]


@pytest.mark.parametrize("typed", ["", "  ", "%", "_", "-", "'", "\x00", "\ud800"])
def test_nothing_typed_finds_nobody(office: Office, typed: str) -> None:
    people(office, "Anna Müller")
    assert office.ask(find_clients, typed) == ()


def test_a_percent_sign_is_no_wildcard(office: Office) -> None:
    people(office, "Anna Müller")
    assert office.ask(find_clients, "an%er") == ()
    assert office.ask(find_clients, "mul a_na") == ()


def test_who_matches_twice_is_found_once_and_the_page_is_full(office: Office) -> None:
    people(office, *(f"Anna Anders{letter}" for letter in "abcdefgh"), "Anja Berg")
    found = names(office.ask(find_clients, "an", limit=9))
    assert len(found) == len(set(found)) == 9


def test_no_more_are_found_than_were_asked_for(office: Office) -> None:
    people(office, *(f"Anna Berg{letter}" for letter in "abcdefgh"))
    assert names(office.ask(find_clients, "anna", limit=3)) == [
        "Anna Berga", "Anna Bergb", "Anna Bergc",
    ]  # fmt: skip


def test_hits_of_one_word_stand_in_the_order_of_the_language(office: Office) -> None:
    people(office, "Anna Ågård", "Anna Zimmer", "Anna Berg")
    assert names(office.ask(find_clients, "anna", language="de")) == [
        "Anna Ågård", "Anna Berg", "Anna Zimmer",
    ]  # fmt: skip
    assert names(office.ask(find_clients, "anna", language="da")) == [
        "Anna Berg", "Anna Zimmer", "Anna Ågård",
    ]  # fmt: skip


def test_a_search_keeps_to_the_filter(office: Office) -> None:
    people(office, "Anna Berg", lives_alone=True)
    people(office, "Anna Lund", address_protected=True)
    people(office, "Anna Zimmer", lives_alone=False)
    for kind, found in (
        (ClientFilter.ALL, ["Anna Berg", "Anna Lund", "Anna Zimmer"]),
        (ClientFilter.LIVING_ALONE, ["Anna Berg"]),
        (ClientFilter.PROTECTED, ["Anna Lund"]),
    ):
        assert names(office.ask(find_clients, "anna", kind=kind)) == found


def test_the_list_is_read_in_windows_in_the_order_of_the_language(office: Office) -> None:
    people(office, "Per Åberg", "Per Zorn", "Per Berg", "Ida Berg")
    assert names(office.ask(client_window, 0, 10, language="de")) == [
        "Per Åberg", "Ida Berg", "Per Berg", "Per Zorn",
    ]  # fmt: skip
    assert names(office.ask(client_window, 2, 2, language="da")) == ["Per Zorn", "Per Åberg"]
    assert office.ask(count_clients) == 4


def test_list_and_count_keep_to_the_filter(office: Office) -> None:
    people(office, "Anna Berg", lives_alone=True)
    people(office, "Anna Lund", address_protected=True)
    for kind, name in (
        (ClientFilter.LIVING_ALONE, "Anna Berg"),
        (ClientFilter.PROTECTED, "Anna Lund"),
    ):
        assert names(office.ask(client_window, 0, 10, kind=kind)) == [name]
        assert office.ask(count_clients, kind) == 1


def test_everybody_has_a_place_in_the_list(office: Office) -> None:
    ids = people(office, "Per Åberg", "Per Zorn", "Per Berg")
    assert office.ask(client_place, ids["Per Berg"]) == 1
    assert office.ask(client_place, ids["Per Åberg"], language="da") == 2
    assert office.ask(client_place, ids["Per Berg"], kind=ClientFilter.PROTECTED) is None
    assert office.ask(client_place, uuid4()) is None


def test_one_client_can_be_asked_for_as_a_list_shows_it(office: Office) -> None:
    client_id = add_client(office, given_name="Erna", family_name="Krüger", city="Düsseldorf")
    hit = office.ask(client_hit, client_id)
    assert hit is not None
    assert (hit.sorted_name, hit.city) == ("Krüger, Erna", "Düsseldorf")
    assert office.ask(client_hit, uuid4()) is None


def test_a_form_opens_as_it_was_saved(office: Office) -> None:
    details = client_details(
        birth="03.1941",
        phone="0211 8998999",
        languages=("tr",),
        lives_alone=False,
        about="x\ny",
        levels=("fluent",),
    )
    client_id = office.act(actions.add_client, uuid4(), details).value
    editing = office.ask(client_to_edit, client_id)
    assert editing is not None
    assert (editing.client_id, editing.version) == (client_id, 1)
    assert editing.details == replace(details, phone="+49 211 8998999")
    assert office.ask(client_to_edit, uuid4()) is None


def test_the_form_of_a_new_client_offers_the_areas_in_use(office: Office) -> None:
    office.act(load_area_list, "ballerup")
    editing = office.ask(client_to_edit, None)
    assert editing is not None
    assert (editing.client_id, editing.details.country) == (None, "DE")
    assert [area.name for area in editing.areas[0].areas] == ["Ballerup", "Skovlunde", "Måløv"]


def test_who_is_gone_has_no_card(office: Office) -> None:
    assert office.ask(client_card, uuid4()) is None


def plan(connection: Connection, statement: Select[*tuple[Any, ...]]) -> str:
    """Answer how the database would read a statement."""
    compiled = statement.compile(dialect=connection.dialect)
    values = tuple(1 for _ in compiled.positiontup or ())
    rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}", values)
    return "\n".join(str(row[3]) for row in rows)


def test_the_type_ahead_reads_one_covering_index(office: Office) -> None:
    for language in ("de", "da"):
        steps = office.ask(plan, _finding(2, language))
        assert f"COVERING INDEX ix_person_name_key_word_sort_key_{language}" in steps
        assert "SCAN client\n" not in steps


def test_every_window_and_count_is_read_from_an_index(office: Office) -> None:
    for kind in ClientFilter:
        assert "INDEX ix_person" in office.ask(plan, _window(kind, "da"))
        assert "INDEX ix_person" in office.ask(plan, _count(kind))


def test_a_new_client_lives_in_the_country_of_the_office(office: Office) -> None:
    assert office.ask(home_country) == "DE"
    office.act(_make_danish)
    assert office.ask(home_country) == "DK"


def _make_danish(act: Act) -> None:
    act.session.add(OfficeCard(name="Ballerup", country="DK", created_at=act.now))
