"""What My day is told."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from app.admin.settings.actions import choose_number
from app.admin.settings.rules import NO_CONTACT_DAYS
from app.consent.queries import asking
from app.my_day import changes, no_contact
from app.my_day.actions import mark_seen
from app.my_day.first import due_today, first_of_day
from app.my_day.no_contact import all_forgotten
from app.my_day.queries import my_day
from app.my_day.rules import is_without_contact
from app.office import Office
from app.tasks.actions import change_task
from db.consent import Consent
from db.people import Person, PersonRole
from tests.conftest import NOW
from tests.factories.clients import add_client
from tests.factories.plans import plan_of
from tests.factories.tasks import ANNA, KARIN, hide, task_added, task_values
from tests.factories.visits import MONDAY, visit_planned

if TYPE_CHECKING:
    from typing import Any

    from sqlalchemy import Engine, Select

    from app.my_day.rows import Change, MyDay
    from app.office import Act

DAY = timedelta(days=1)


def told(office: Office) -> MyDay:
    return office.ask(my_day, MONDAY, office.who)


def known(office: Office, last: date | None, **card: Any) -> UUID:  # noqa: ANN401 - any column
    """Add a client who was last reached on a day; `card` sets columns of the card."""
    person_id = add_client(office)

    def write(act: Act) -> None:
        person = act.session.get_one(Person, person_id)
        person.last_contact = last
        for name, value in card.items():
            setattr(person, name, value)

    office.act(write)
    return person_id


def listed(office: Office, *, only_mine: bool = False) -> list[UUID]:
    found = office.ask(all_forgotten, MONDAY, ANNA, only_mine=only_mine)
    return [person.id for person in found]


@pytest.mark.parametrize(
    ("last", "days", "answer"),
    [
        (None, 28, True),
        (MONDAY - 28 * DAY, 28, False),
        (MONDAY - 29 * DAY, 28, True),
        (MONDAY, 7, False),
        (MONDAY + DAY, 7, False),
    ],
)
def test_there_is_one_definition_of_being_forgotten(
    office: Office, last: date | None, days: int, *, answer: bool
) -> None:
    person = known(office, last)
    office.act(choose_number, NO_CONTACT_DAYS, days)
    assert is_without_contact(last, MONDAY, days) is answer
    assert listed(office) == ([person] if answer else [])
    assert told(office).forgotten.office == int(answer)


def test_who_was_never_reached_comes_first_then_who_was_reached_longest_ago(
    office: Office,
) -> None:
    long_ago = known(office, MONDAY - 90 * DAY)
    longer_ago = known(office, MONDAY - 91 * DAY)
    never = known(office, None)
    known(office, MONDAY - DAY)
    assert listed(office) == [never, longer_ago, long_ago]


@pytest.mark.parametrize(
    ("card", "is_asked_for"),
    [
        ({"status": "paused", "status_from": MONDAY - DAY}, False),
        ({"status": "paused", "status_until": MONDAY}, False),
        ({"status": "paused", "status_until": MONDAY - DAY}, True),
        ({"status": "moved"}, False),
        ({"status": "deceased"}, False),
        ({"responsible": KARIN}, True),
    ],
)
def test_only_active_people_are_asked_for_and_a_pause_ends_by_itself(
    office: Office, card: dict[str, Any], *, is_asked_for: bool
) -> None:
    known(office, None, **card)
    assert told(office).forgotten.office == int(is_asked_for) == len(listed(office))


@pytest.mark.parametrize(
    ("role", "is_asked_for"),
    [
        ({"role": "volunteer"}, False),
        ({"until": MONDAY - DAY}, False),
        ({"until": MONDAY}, True),
        ({"since": MONDAY + DAY}, False),
    ],
)
def test_only_clients_are_asked_for(
    office: Office, role: dict[str, Any], *, is_asked_for: bool
) -> None:
    person_id = known(office, None)

    def write(act: Act) -> None:
        (kept,) = act.session.query(PersonRole).filter_by(person_id=person_id)
        for name, value in role.items():
            setattr(kept, name, value)

    office.act(write)
    assert told(office).forgotten.office == int(is_asked_for) == len(listed(office))


def test_ones_own_people_come_before_the_office(office: Office) -> None:
    mine, other = known(office, None, responsible=ANNA), known(office, None)
    found = told(office).forgotten
    assert ([person.id for person in found.people], found.mine, found.office) == ([mine], 1, 2)
    assert listed(office, only_mine=True) == [mine]
    assert set(listed(office)) == {mine, other}
    office.work_as(KARIN)
    assert {person.id for person in told(office).forgotten.people} == {mine, other}


def test_ten_are_shown_and_all_are_counted(office: Office) -> None:
    for _ in range(12):
        known(office, None)
    found = told(office).forgotten
    assert (len(found.people), found.office) == (10, 12)
    assert len(office.ask(all_forgotten, MONDAY, ANNA, 11, only_mine=False)) == 11


def consent(office: Office, person_id: UUID, ends: date | None, **more: Any) -> UUID:  # noqa: ANN401 - any column
    consent_id = uuid4()

    def write(act: Act) -> None:
        facts = {"purpose": "passing_on", "state": "given", "recipient": "Police",
                 "said_on": MONDAY - 300 * DAY} | more  # fmt: skip
        act.session.add(
            Consent(
                id=consent_id, person_id=person_id, expires_on=ends, how="written",
                recorded_by=ANNA, **facts,
            )
        )  # fmt: skip

    office.act(write)
    return consent_id


def test_consents_that_end_soon_or_ended_lately_are_deadlines(office: Office) -> None:
    erna = known(office, MONDAY)
    soon = consent(office, erna, MONDAY + 30 * DAY)
    over = consent(office, erna, MONDAY - 30 * DAY, recipient="Doctor")
    consent(office, erna, MONDAY + 31 * DAY, recipient="Later")
    consent(office, erna, MONDAY - 31 * DAY, recipient="Long over")
    consent(office, erna, None, recipient="For good")
    consent(office, erna, MONDAY, recipient="Taken back", state="withdrawn")
    assert [row.consent_id for row in told(office).consents] == [over, soon]


def test_a_renewed_consent_is_no_deadline(office: Office) -> None:
    erna = known(office, MONDAY)
    consent(office, erna, MONDAY)
    consent(office, erna, MONDAY + 365 * DAY, said_on=MONDAY - DAY)
    assert not told(office).consents


def test_days_ahead_hold_visits_and_own_tasks(office: Office) -> None:
    visit_planned(office, known(office, MONDAY), MONDAY + DAY)
    task_added(office, due_on=MONDAY + DAY)
    task_added(office, due_on=MONDAY + 2 * DAY, assignee=KARIN)
    ahead = told(office).ahead
    assert [(day.visits, day.tasks) for day in ahead[:2]] == [(1, 1), (0, 0)]
    assert len(ahead) == 7


def test_the_first_of_my_day_says_the_same_as_all_of_it(office: Office) -> None:
    visit_planned(office, add_client(office))
    task_added(office, due_on=MONDAY)
    first, whole = office.ask(first_of_day, MONDAY, ANNA), office.ask(my_day, MONDAY, ANNA)
    assert first.visits.today
    assert first.tasks.due
    assert (first.visits, first.tasks, first.ahead) == (whole.visits, whole.tasks, whole.ahead)


def test_due_today_counts_visits_tasks_and_reviews(office: Office) -> None:
    visit_planned(office, known(office, MONDAY), MONDAY)
    task_added(office, due_on=MONDAY - DAY)
    task_added(office, assignee=KARIN, reviewer=ANNA, review_on=MONDAY)
    task_added(office, due_on=MONDAY + DAY)
    assert office.ask(due_today, MONDAY, ANNA) == 3


def other(engine: Engine, minutes: int = 5) -> Office:
    """Answer the same office, in which Karin works some minutes later."""
    return Office(engine, who=KARIN, clock=lambda: NOW + timedelta(minutes=minutes))


def news(office: Office) -> list[Change]:
    return list(told(office).changes)


def test_before_the_first_leaving_nothing_is_new(office: Office, engine: Engine) -> None:
    add_client(other(engine))
    assert told(office).seen_at is None
    assert not news(office)


def test_what_others_did_since_is_gathered_by_person_the_latest_first(
    office: Office, engine: Engine
) -> None:
    office.act(mark_seen)
    erna, paul = add_client(other(engine)), add_client(other(engine), family_name="Łukasz")
    visit_planned(other(engine, 6), erna)
    task_added(other(engine, 7), person_id=erna)
    add_client(office, family_name="Own")
    first, second = news(office)
    assert (first.person_id, first.features) == (erna, ("tasks", "visiting", "clients"))
    assert (first.person_name, first.who) == ("Erna Krüger", (KARIN,))
    assert first.at == NOW + timedelta(minutes=7)
    assert second.person_id == paul


def test_seen_is_seen(office: Office, engine: Engine) -> None:
    office.act(mark_seen)
    add_client(other(engine))
    later = Office(engine, who=ANNA, clock=lambda: NOW + timedelta(minutes=9))
    later.act(mark_seen)
    assert not news(later)
    assert told(later).seen_at == NOW + timedelta(minutes=9)
    later.act(mark_seen)


def test_what_concerns_the_whole_office_is_gathered_by_its_part(
    office: Office, engine: Engine
) -> None:
    office.act(mark_seen)
    other(engine).act(choose_number, NO_CONTACT_DAYS, 30)
    (change,) = news(office)
    assert (change.person_id, change.person_name, change.features) == (None, "", ("admin",))


def test_nothing_of_hidden_people_is_new_due_or_forgotten(office: Office, engine: Engine) -> None:
    erna = known(office, None)
    consent(office, erna, MONDAY)
    task = task_added(office, person_id=erna, due_on=MONDAY)
    visit_planned(office, erna, MONDAY)
    office.act(mark_seen)
    other(engine).act(change_task, task, 1, task_values(title="New", person_id=erna))
    assert news(office)
    hide(office, erna)
    found = told(office)
    assert not found.changes
    assert not found.consents
    assert not found.forgotten.people
    assert (found.forgotten.mine, found.forgotten.office) == (0, 0)
    assert (found.tasks.due, found.tasks.due_count) == ((), 0)
    assert (found.visits.today, found.visits.today_count, found.visits.waiting_count) == ((), 0, 0)
    assert not listed(office)
    assert office.ask(due_today, MONDAY, ANNA) == 0


def test_a_linked_card_is_not_asked_for_twice(office: Office) -> None:
    erna = known(office, None)
    known(office, None, linked_to=erna)
    assert told(office).forgotten.office == 1
    assert listed(office) == [erna]


@pytest.mark.parametrize(
    ("statement", "index"),
    [
        (no_contact.COUNTS, "ix_person_status_last_contact_id"),
        (no_contact.COUNTS, "ix_person_responsible_status_last_contact_id"),
        (no_contact.FIRST_OF_OFFICE, "ix_person_status_last_contact_id"),
        (no_contact.FIRST_OF_MINE, "ix_person_responsible_status_last_contact_id"),
        (asking._ENDING, "ix_consent_expires_on"),
        (changes.LINES, "ix_audit_line_at"),
    ],
)
def test_every_part_of_my_day_is_read_from_an_index(
    office: Office, statement: Select[*tuple[Any, ...]], index: str
) -> None:
    plan = office.ask(plan_of, statement)
    assert index in plan
    for table in ("person", "person_role", "consent", "audit_line"):
        assert f"SCAN {table}\n" not in f"{plan}\n"


def test_the_clock_of_the_office_says_when_one_was_here(office: Office) -> None:
    assert office.act(mark_seen).value == NOW.astimezone(UTC)
    assert isinstance(told(office).seen_at, datetime)
