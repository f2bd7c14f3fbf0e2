"""The rows of the demo: what the rules of clients and visits allow, and believable."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, time, timedelta
from typing import Any

import pytest

from app.clients.phones import Phone, read_phone
from app.clients.rules import check_email, name_words
from app.demo.books import book
from app.demo.cards import client_rows
from app.demo.chance import Chance
from app.demo.diary import visit_days
from app.demo.filling import TABLES, Rows, demo_rows
from app.demo.notes import notes
from app.demo.people import make_person
from app.demo.rota import Slot
from app.demo.rules import Country, DemoPlan
from app.visiting.rules import LIMITS, NotHeldReason, Place, VisitStatus
from tests.app.demo.test_books import COUNTRIES
from tests.app.demo.test_rules import TODAY


@pytest.fixture(scope="module")
def rows() -> Rows:
    return demo_rows(DemoPlan(TODAY, notes_of_first=200), range(200), {})


def test_the_same_plan_gives_the_same_rows(rows: Rows) -> None:
    again = demo_rows(DemoPlan(TODAY, notes_of_first=200), range(200), {})

    assert again == rows


def test_another_seed_gives_other_people() -> None:
    one, two = (demo_rows(DemoPlan(TODAY, seed=seed), range(20), {}) for seed in (1, 2))

    assert {row["id"] for row in one["person"]}.isdisjoint(row["id"] for row in two["person"])
    assert one["person"] != two["person"]


def test_rows_do_not_depend_on_who_is_written_together(rows: Rows) -> None:
    plan = DemoPlan(TODAY, notes_of_first=200)
    halves = [demo_rows(plan, numbers, {}) for numbers in (range(100), range(100, 200))]

    for table in TABLES:
        assert halves[0][table] + halves[1][table] == rows[table]


@pytest.mark.parametrize("table", ["person", "visit", "note"])
def test_rows_come_in_the_order_of_their_keys(rows: Rows, table: str) -> None:
    keys = [row["id"].hex for row in rows[table]]

    assert keys == sorted(set(keys))


def test_one_client_can_have_many_notes(rows: Rows) -> None:
    first = rows["person"][0]["id"]

    assert sum(row["person_id"] == first for row in rows["note"]) == 200


def test_every_client_is_found_by_every_word_of_the_name(rows: Rows) -> None:
    words = defaultdict(set)
    for row in rows["person_name_key"]:
        words[row["person_id"]].add(row["word"])

    for client in rows["person"]:
        assert words[client["id"]] == set(name_words(client["given_name"], client["family_name"]))


@COUNTRIES
def test_phones_and_addresses_are_stored_as_the_forms_store_them(country: Country) -> None:
    rows = demo_rows(DemoPlan(TODAY, country=country), range(100), {})

    for client in rows["person"]:
        assert not check_email(client["email"], "email")
        for field in ("phone", "mobile"):
            read = read_phone(client[field], country.value)
            assert isinstance(read, Phone)
            assert read.stored == client[field]


def test_german_phones_are_kept_free_for_fiction(rows: Rows) -> None:
    free = ("", "+49 221 4710", "+49 171 39200", "+49 176 040690")
    starts = {client["phone"][:12] for client in rows["person"]}
    mobiles = {client["mobile"][:-2] for client in rows["person"]}

    assert starts <= set(free)
    assert mobiles <= set(free)


def test_visits_are_laid_a_year_back_and_two_weeks_ahead(rows: Rows) -> None:
    days = [row["planned_start"].date() for row in rows["visit"]]

    assert min(days) >= TODAY - timedelta(days=365)
    assert TODAY in days
    assert TODAY + timedelta(days=7) < max(days) <= TODAY + timedelta(days=14)


def test_visits_are_in_sensible_hours(rows: Rows) -> None:
    for row in rows["visit"]:
        assert time(9) <= row["planned_start"].time()
        assert row["planned_end"].time() <= time(20)
        assert Place(row["place"])
        assert len(row["note"]) <= LIMITS.note


@pytest.mark.parametrize("who", ["client_id", "visitor"])
def test_nobody_is_in_two_places_at_once(rows: Rows, who: str) -> None:
    ended: dict[object, datetime] = {}
    for row in sorted(rows["visit"], key=lambda row: row["planned_start"]):
        assert row["planned_start"] >= ended.get(row[who], datetime(2000, 1, 1))  # noqa: DTZ001 - naive local times
        ended[row[who]] = row["planned_end"]


def test_visits_to_come_are_planned_and_past_ones_are_mostly_held(rows: Rows) -> None:
    def states(visits: list[dict[str, Any]]) -> list[str]:
        return [row["status"] for row in visits]

    past = [row for row in rows["visit"] if row["planned_start"].date() < TODAY]
    coming = [row for row in rows["visit"] if row["planned_start"].date() >= TODAY]
    kinds = set(VisitStatus)

    assert set(states(past)) == kinds
    assert states(past).count("held") > 0.8 * len(past)
    assert set(states(coming)) <= {"planned", "cancelled"}


def test_held_visits_have_times_and_others_a_reason(rows: Rows) -> None:
    reasons = set()
    for row in rows["visit"]:
        assert (row["actual_start"] is not None) == (row["status"] == "held")
        assert bool(row["not_held_reason"]) == (row["status"] == "not_held")
        reasons.add(row["not_held_reason"])

    assert reasons == {"", *NotHeldReason}


@COUNTRIES
def test_notes_are_filled_in_and_begin_with_a_capital(country: Country) -> None:
    rows = demo_rows(DemoPlan(TODAY, country=country), range(200), {})
    texts = [row["text"] for row in rows["note"]]
    texts += [row["note"] for row in rows["visit"] if row["note"]]

    assert [text for text in texts if set("{}[]|") & set(text)] == []
    assert [text for text in texts if not text[0].isupper()] == []


def test_notes_do_not_repeat_visibly(rows: Rows) -> None:
    texts = [row["text"] for row in rows["note"]]

    assert len(set(texts)) > 0.93 * len(texts)


def test_advent_ends_at_christmas() -> None:
    plan = DemoPlan(TODAY)
    pages = book(plan.country)
    person = make_person(pages, plan, 1, "Visitor")
    found = notes(pages, person, ("Visitor",), 400, TODAY, Chance("advent"))
    wreath = [row["written_at"] for row in found if "Adventskranz" in row["text"]]

    assert wreath
    assert {(at.month, at.day < 25) for at in wreath} == {(12, True)}


def test_no_visits_are_laid_at_christmas() -> None:
    slot = Slot("Visitor", 4, time(10))

    days = visit_days(slot, TODAY.replace(month=12, day=20), 52, Chance("christmas"))

    assert len(days) > 40
    assert not {(12, 25), (1, 1)} & {(day.month, day.day) for day in days}


def test_a_card_names_the_area_of_its_quarter() -> None:
    plan = DemoPlan(TODAY)
    pages = book(plan.country)
    person = make_person(pages, plan, 3, "Visitor")
    key = Chance("area").key(0.5)

    card = client_rows(pages, plan, person, {person.quarter.name: key})

    assert card.client["area_id"] == key
    assert card.client["postal_code"] in person.quarter.postal_codes
    assert card.languages[0]["tag"] == person.names.tag
