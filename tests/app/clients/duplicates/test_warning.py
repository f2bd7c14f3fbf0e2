"""Requirements of the warning while typing: quick, tolerant, and silent about the restricted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event

from app.clients.duplicates.cards import write_born
from app.clients.duplicates.warning import TwinHit, Typed, twins_of
from app.clients.duplicates.ways import SAME_MAIL, SAME_PHONE
from tests.factories.access import restricted
from tests.factories.clients import add_client
from tests.factories.linking import link

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Engine

    from app.office import Office

ADDRESS = {"street": "Am Markt", "house_number": "3", "postal_code": "40595", "city": "Düsseldorf"}


@pytest.fixture
def erna(office: Office) -> UUID:
    """Erna Krüger among others of her name, her street and her day of birth."""
    add_client(office, given_name="Bodo", birth="1.2.1940", **ADDRESS)
    add_client(office, given_name="Ali", family_name="Demir", birth="24.11.1938")
    return add_client(office, phone="0211 8998999", **ADDRESS)


def _twins(office: Office, **typed: str) -> tuple[TwinHit, ...]:
    return office.ask(twins_of, Typed(**typed))


@pytest.mark.parametrize(
    "typed",
    [
        {"given_name": "Erna", "family_name": "Krueger", "birth": "24.11.1938"},
        {"given_name": "Krüger", "family_name": "Erna", "birth": "24.11.1938"},
        {"given_name": "Ehrna", "family_name": "Krühger", "birth": "24.11.1938"},
        {"given_name": "Erna", "family_name": "Kruger", "birth": "24.11.1983"},
        {"given_name": "Ema", "family_name": "Krüger", "birth": "24.11.1938", **ADDRESS},
        {"given_name": "Erna", "family_name": "Schmitz", "birth": "24.11.1938", **ADDRESS},
    ],
)
def test_a_twin_is_found_however_the_name_is_typed(
    office: Office, erna: UUID, typed: dict[str, str]
) -> None:
    twins = _twins(office, **typed)

    assert [twin.person.id for twin in twins] == [erna]
    assert twins[0].reasons


def test_day_and_month_may_be_swapped(office: Office) -> None:
    bent = add_client(office, given_name="Bent", family_name="Vogt", birth="4.11.1938")

    (twin,) = _twins(office, given_name="Bent", family_name="Vogd", birth="11.4.1938")
    assert twin.person.id == bent
    assert "day and month swapped" in twin.reasons


def test_a_phone_number_and_one_name_are_enough(office: Office, erna: UUID) -> None:
    (twin,) = _twins(office, family_name="Krüger", mobile="+49 211 8998999")

    assert twin.person.id == erna
    assert SAME_PHONE in twin.reasons
    assert not _twins(office, family_name="Demir", given_name="Ayla", phone="0211 8998999")


def test_a_mail_address_and_one_name_are_enough(office: Office) -> None:
    erna = add_client(office, email="Erna@example.org")

    (twin,) = _twins(office, family_name="Krüger", email="erna@example.org ")
    assert (twin.person.id, twin.reasons[-1]) == (erna, SAME_MAIL)
    assert not _twins(office, family_name="Demir", email="erna@example.org")


def test_a_shared_way_is_named_once(office: Office, erna: UUID) -> None:
    typed = {"given_name": "Erna", "family_name": "Krüger", "phone": "0211 8998999"}
    (twin,) = _twins(office, birth="24.11.1938", **typed)
    assert twin.reasons.count(SAME_PHONE) == 1
    assert twin.score > 0.9


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"given_name": "Erna"},
        {"given_name": "Erna", "family_name": "Vogt", "birth": "1.1.1950"},
        {"birth": "24.11.1938"},
        {"birth": "31.2.1938", "phone": "---", "street": "Am Markt"},
        {"given_name": "\ud800\x00%_", "family_name": "<b>", "phone": "1" * 400},
    ],
)
def test_who_is_not_alike_raises_no_warning(
    office: Office, erna: UUID, typed: dict[str, str]
) -> None:
    assert erna not in {twin.person.id for twin in _twins(office, **typed)}


def test_the_card_that_is_changed_is_not_its_own_twin(office: Office, erna: UUID) -> None:
    typed = Typed("Erna", "Krüger", "24.11.1938")

    assert office.ask(twins_of, typed, erna) == ()


def test_a_linked_card_leads_to_the_one_that_speaks(office: Office, erna: UUID) -> None:
    married = add_client(office, family_name="Schmitz")
    link(office, married, erna)

    (twin,) = _twins(office, given_name="Erna", family_name="Krüger", birth="24.11.1938")
    assert twin.person.id == married


def test_nobody_is_warned_of_somebody_they_may_not_know(office: Office, erna: UUID) -> None:
    restricted(office, erna)
    assert _twins(office, given_name="Erna", family_name="Krüger", birth="24.11.1938")

    office.work_as("Zoe Amt")
    assert not _twins(office, given_name="Erna", family_name="Krüger", birth="24.11.1938")
    assert not _twins(office, family_name="Krüger", phone="0211 8998999")


def test_every_key_is_looked_up_in_an_index(engine: Engine, office: Office, erna: UUID) -> None:
    asked: list[tuple[str, object]] = []

    def note(*args: object) -> None:
        asked.append((str(args[2]), args[3]))

    event.listen(engine, "before_cursor_execute", note)
    full = {"given_name": "Erna", "family_name": "Krüger", "birth": "24.11.1938", **ADDRESS}
    _twins(office, phone="0211 8998999", **full)
    event.remove(engine, "before_cursor_execute", note)

    with engine.connect() as connection:
        for statement, values in [one for one in asked if one[0].startswith("SELECT")]:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)  # type: ignore[arg-type]  # as it was sent
            steps = [str(row[3]) for row in plan]
            assert not [step for step in steps if step == "SCAN person"], statement
    del erna


@pytest.mark.parametrize(
    ("precision", "written"), [("day", "1938-11-24"), ("month", "1938-11"), ("year", "1938")]
)
def test_a_birth_is_compared_as_far_as_it_is_known(precision: str, written: str) -> None:

    assert write_born(date(1938, 11, 24), precision) == written
    assert write_born(None, precision) == ""
