"""What the card of a person hints at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.admin.settings.actions import choose_number
from app.admin.settings.rules import NO_CONTACT_DAYS
from app.clients.rules import PersonStatus, Standing
from app.codes.rules import Labels
from app.custom.actions import save_field, save_values
from app.custom.rules import FieldDetails, FieldKind
from app.my_day.hint_facts import FACTS, PersonFacts
from app.my_day.hints import RULES, Hint, hints_about, person_hints
from db.consent import Consent
from db.journal import Note
from db.people import Person
from tests.conftest import NOW
from tests.factories.clients import add_client
from tests.factories.plans import plan_of
from tests.factories.tasks import ANNA, hide, task_added
from tests.factories.visits import MONDAY
from tests.factories.volunteers import add_volunteer, prove

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act, Office

DAY = timedelta(days=1)
NOTE = uuid4()
QUIET = PersonFacts(
    today=MONDAY,
    standing=Standing(),
    is_client=True,
    birth_date=date(1938, 6, 1),
    last_contact=MONDAY,
    no_contact_days=28,
    overdue_tasks=0,
    follow_up=None,
    consent_ends_on=None,
)


def said(**facts: object) -> list[str]:
    known = replace(QUIET, **facts)  # type: ignore[arg-type]  # any fact
    return [hint.one for hint in hints_about(known)]


@pytest.mark.parametrize(
    ("facts", "sentences"),
    [
        ({}, []),
        ({"last_contact": None}, ["Nobody has reached this person yet."]),
        ({"last_contact": MONDAY - 29 * DAY}, ["Not reached for {count} day."]),
        ({"last_contact": MONDAY - 28 * DAY}, []),
        ({"last_contact": None, "is_client": False}, []),
        ({"last_contact": None, "standing": Standing(PersonStatus.PAUSED)}, []),
        ({"overdue_tasks": 2}, ["{count} task is overdue."]),
        ({"follow_up": NOTE}, ["A note waits to be followed up."]),
        ({"consent_ends_on": MONDAY}, ["A consent ends on {day}."]),
        ({"consent_ends_on": MONDAY - DAY}, ["A consent ended on {day}."]),
        ({"consent_ends_on": MONDAY, "standing": Standing(PersonStatus.DECEASED)}, []),
        ({"birth_date": date(1938, 11, 23)}, ["Turns {age} today."]),
        ({"birth_date": date(1938, 11, 30)}, ["Turns {age} on {day}."]),
        ({"birth_date": date(1938, 12, 1)}, []),
        ({"birth_date": None}, []),
        ({"birth_date": date(1938, 11, 23), "standing": Standing(PersonStatus.DECEASED)}, []),
        (
            {"standing": Standing(PersonStatus.PAUSED, MONDAY, MONDAY + 7 * DAY)},
            ["The pause ends on {day}."],
        ),
        ({"standing": Standing(PersonStatus.PAUSED, MONDAY, MONDAY + 8 * DAY)}, []),
    ],
)
def test_each_rule_says_its_line_and_nothing_else(
    facts: dict[str, object], sentences: list[str]
) -> None:
    assert said(**facts) == sentences


def test_urgent_lines_come_first_and_a_rule_can_be_added() -> None:
    known = replace(QUIET, follow_up=NOTE, overdue_tasks=1)
    assert [hint.is_urgent for hint in hints_about(known)] == [True, False]
    assert len(hints_about(known, (*RULES, RULES[2]))) == 3


@pytest.mark.parametrize(
    ("today", "born", "day"),
    [
        (date(2027, 2, 26), date(1940, 2, 29), date(2027, 3, 1)),
        (date(2026, 12, 30), date(1940, 1, 2), date(2027, 1, 2)),
    ],
)
def test_birthdays_on_leap_days_and_over_the_year(today: date, born: date, day: date) -> None:
    (hint,) = hints_about(replace(QUIET, today=today, birth_date=born, last_contact=today))
    assert hint.values["day"] == day
    assert hint.values["age"] == day.year - 1940


def lines(office: Office, person_id: UUID) -> list[str]:
    return [hint.one for hint in office.ask(person_hints, person_id, MONDAY)]


def test_the_facts_are_read_in_one_question(office: Office) -> None:
    erna = add_client(office, birth="24.11.1938")
    task_added(office, person_id=erna, due_on=MONDAY - DAY)

    def write(act: Act) -> None:
        act.session.get_one(Person, erna).last_contact = MONDAY - 15 * DAY
        act.session.add(
            Consent(
                person_id=erna, purpose="service", state="given", said_on=MONDAY - 90 * DAY,
                how="written", expires_on=MONDAY + DAY, recorded_by=ANNA,
            )
        )  # fmt: skip
        act.session.add(
            Note(
                id=NOTE, person_id=erna, serial=1, happened_at=NOW, written_at=NOW,
                author=ANNA, follow_up="open", text="Call again",
            )
        )  # fmt: skip

    office.act(write)
    office.act(choose_number, NO_CONTACT_DAYS, 14)
    assert set(lines(office, erna)) == {
        "{count} task is overdue.",
        "Not reached for {count} day.",
        "A consent ends on {day}.",
        "A note waits to be followed up.",
        "Turns {age} on {day}.",
    }


def test_a_month_of_birth_is_no_birthday(office: Office) -> None:
    assert lines(office, add_client(office, birth="11.1938")) == [
        "Nobody has reached this person yet."
    ]


def test_about_hidden_people_and_strangers_nothing_is_hinted(office: Office) -> None:
    erna = add_client(office)
    hide(office, erna)
    assert not lines(office, erna)
    assert not lines(office, uuid4())


def test_the_facts_come_from_indexes(office: Office) -> None:
    plan = office.ask(plan_of, FACTS)
    for table in ("task", "note", "consent", "person_role", "proof", "custom_value"):
        assert f"SCAN {table}\n" not in f"{plan}\n"
    assert "ix_task_person_id_state_due_on" in plan


def test_somebody_who_is_missed_and_a_match_to_ask_about_are_said() -> None:
    known = replace(QUIET, concern=NOTE, check_in_due=QUIET.today)
    assert [(hint.doing, hint.is_urgent) for hint in hints_about(known)] == [
        (f"concern {NOTE}", True),
        ("matching", False),
    ]


def test_a_certificate_and_the_end_of_a_benefit_are_said_in_time(office: Office) -> None:
    anja = add_volunteer(office)
    prove(office, anja, "certificate", inspected_on=date(2026, 11, 2))
    details = FieldDetails(Labels(de="Düsselpass bis", en="Pass until"), FieldKind.DATE)
    field = office.act(save_field, uuid4(), 0, details).value
    office.act(save_values, anja, {field: "2026-12-02"}, {})

    def hinted(today: date) -> dict[str, Hint]:
        return {hint.one: hint for hint in office.ask(person_hints, anja, today)}

    assert "{what}: {day}." in hinted(MONDAY)
    assert not hinted(MONDAY)["{what}: {day}."].is_urgent
    assert "A proof ends on {day}." not in hinted(MONDAY)
    soon = hinted(date(2031, 10, 20))["A proof ends on {day}."]
    assert (soon.doing, soon.values["day"]) == ("proofs", date(2031, 11, 1))
    assert hinted(date(2026, 12, 3))["{what}: {day}."].is_urgent
    assert "{what}: {day}." not in hinted(date(2026, 10, 20))
