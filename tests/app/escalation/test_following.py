"""From the record of a visit to a closed concern, without a window."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from app.access.rules import Role
from app.errors import Conflict, Refused
from app.escalation.actions import (
    IS_CLOSED,
    ONLY_OFFICE,
    RUNS_ALREADY,
    close_escalation,
    open_escalation,
    reopen_escalation,
    reset_chain,
    save_chain,
    take_step,
)
from app.escalation.chains import chain_here
from app.escalation.queries import (
    closed_concerns,
    concern_card,
    open_concerns,
)
from app.escalation.recording import RecordedVisit, VisitClaim, record_and_follow
from app.escalation.rules import Calls, Cause, ChainStep, Closing, Ending, StepDetails, StepResult
from app.office import Office
from app.tasks.queries import due_tasks
from app.visiting.queries import visit_details
from app.visiting.record_queries import unread_notes
from app.visiting.recording import NOTHING_TO_READ, ONLY_OFFICE_READS, UNKNOWN_WORD, read_visit_note
from app.visiting.rules import NotHeldReason, Severity, VisitRecord, VisitStatus
from db.expenses import Expense
from tests.factories.access import member, restricted
from tests.factories.clients import add_client
from tests.factories.households import relation, resident
from tests.factories.matches import active_volunteer
from tests.factories.series import in_germany
from tests.factories.visits import MONDAY, at, visit_planned

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from app.escalation.rows import ConcernCard

WHO = "Anna Beispiel"
NOBODY = VisitRecord(held=False, reason=NotHeldReason.NO_ONE_OPENED, note="Rang three times.")
RANG = StepDetails("ring", at("2026-11-23 09:55"), "", StepResult.NOBODY)


@pytest.fixture
def erna(office: Office) -> UUID:
    return add_client(office, responsible="Karin Vogt", phone="0211 445566")


@pytest.fixture
def visit(office: Office, erna: UUID) -> UUID:
    return visit_planned(office, erna, start=time(8, 0))


def held(**said: object) -> VisitRecord:
    said_more: Any = said
    return VisitRecord(held=True, start=time(8, 0), end=time(9, 0), **said_more)


def record(office: Office, visit: UUID, said: VisitRecord, version: int = 1) -> RecordedVisit:
    return office.act(record_and_follow, visit, version, said, "Follow up").value


def card(office: Office, concern: UUID) -> ConcernCard:
    found = office.ask(concern_card, concern, MONDAY)
    assert found is not None
    return found


@pytest.fixture
def concern(office: Office, visit: UUID) -> UUID:
    begun = record(office, visit, NOBODY).concern_id
    assert begun is not None
    return begun


def refusal(office: Office, *act: object) -> str:
    with pytest.raises(Refused) as refused:
        office.act(*act)  # type: ignore[arg-type]  # any act with what it is given
    return refused.value.problems[0].message


def test_what_was_noticed_opens_one_task_by_the_most_serious(office: Office, visit: UUID) -> None:
    saved = record(office, visit, held(flags=("neglect", "fall"), note="Blue arm."))
    assert (saved.due_on, saved.assignee) == (date(2026, 11, 24), "Karin Vogt")
    again = record(office, visit, held(flags=("neglect", "fall")), saved.version)
    assert again.due_on is None
    tasks = office.ask(due_tasks, date(2026, 11, 24), "Karin Vogt", 7)
    assert [(task.title, task.due_on) for task in tasks.due] == [("Follow up", saved.due_on)]


def test_a_record_keeps_what_was_done_and_noticed(office: Office, visit: UUID) -> None:
    said = held(activities=("walk", "talk"), flags=("fall", "suicidal"), kilometres=125)
    saved = record(office, visit, said)
    record(
        office, visit, held(activities=("walk",), flags=("fall",), next_note="Key"), saved.version
    )
    facts = office.ask(visit_details, visit).facts  # type: ignore[union-attr]  # it is there
    assert facts.activities == ("walk",)
    assert [(flag.code, flag.severity) for flag in facts.flags] == [("fall", Severity.URGENT)]
    assert (facts.kilometres, facts.next_note) == (None, "Key")


def test_a_word_that_no_list_has_is_refused(office: Office, visit: UUID) -> None:
    assert refusal(office, record_and_follow, visit, 1, held(flags=("magic",))) == UNKNOWN_WORD


def test_the_next_visit_is_planned_with_the_record(office: Office, visit: UUID) -> None:
    record(office, visit, held(next_day=date(2026, 11, 30), next_start=time(9, 30)))
    facts = office.ask(visit_details, visit).facts  # type: ignore[union-attr]  # it is there
    assert facts.next_visit == at("2026-11-30 09:30")


def test_what_is_to_be_thought_of_stands_at_the_next_visit(
    office: Office, erna: UUID, visit: UUID
) -> None:
    later = visit_planned(office, erna, date(2026, 11, 30), time(8, 0))
    record(office, visit, held(next_note="Bring the photographs"))
    found = office.ask(visit_details, later)
    assert found is not None
    assert found.facts.reminder == "Bring the photographs"


def test_a_next_visit_that_collides_is_refused_beside_its_time(
    office: Office, erna: UUID, visit: UUID
) -> None:
    visit_planned(office, erna, date(2026, 11, 30), time(9, 0))
    said = held(next_day=date(2026, 11, 30), next_start=time(9, 30))
    with pytest.raises(Refused) as refused:
        office.act(record_and_follow, visit, 1, said)
    assert [problem.field for problem in refused.value.problems] == ["next_start"]


def test_a_note_waits_until_a_colleague_has_read_it(office: Office, visit: UUID) -> None:
    record(office, visit, held(note="She laughed a lot."))
    assert office.ask(unread_notes) == ()
    office.work_as("Karin Vogt")
    (note,) = office.ask(unread_notes)
    assert (note.id, note.note, note.recorded_by) == (visit, "She laughed a lot.", WHO)
    office.act(read_visit_note, visit)
    assert office.ask(unread_notes) == ()
    facts = office.ask(visit_details, visit).facts  # type: ignore[union-attr]  # it is there
    assert (facts.read_by, facts.is_unread) == ("Karin Vogt", False)
    assert refusal(office, read_visit_note, visit) == NOTHING_TO_READ


def test_a_held_visit_without_a_word_asks_nobody_to_read(office: Office, visit: UUID) -> None:
    record(office, visit, held())
    office.work_as("Karin Vogt")
    assert office.ask(unread_notes) == ()


def test_notes_on_hidden_people_are_nobodys_reading(
    office: Office, erna: UUID, visit: UUID
) -> None:
    member(office, WHO, Role.ADMINISTRATOR)
    member(office, "Karin Vogt")
    record(office, visit, held(note="She laughed a lot."))
    restricted(office, erna)
    office.work_as("Karin Vogt")
    assert office.ask(unread_notes) == ()


def test_a_closed_door_begins_one_concern(office: Office, erna: UUID, visit: UUID) -> None:
    saved = record(office, visit, NOBODY)
    assert saved.concern_id is not None
    assert record(office, visit, NOBODY, saved.version).concern_id is None
    (row,) = office.ask(open_concerns, MONDAY)
    assert (row.person_id, row.visit_id, row.cause) == (erna, visit, Cause.NO_ONE_OPENED)
    assert office.ask(visit_details, visit).facts.is_concern_open  # type: ignore[union-attr]  # it is there
    assert refusal(office, open_escalation, uuid4(), erna, Cause.NO_SIGN_OF_LIFE) == RUNS_ALREADY


def test_whom_to_call_stands_there_those_with_a_key_first(
    office: Office, erna: UUID, concern: UUID
) -> None:
    relation(office, erna, resident(office, "Ute"), kind="neighbour")
    relation(
        office, erna, resident(office, "Eva", phone="0211 1"), kind="niece_nephew", in_emergency="1"
    )
    relation(office, erna, resident(office, "Paul"), kind="key_holder", has_key=True)
    calls = card(office, concern).calls
    assert [(one.calls, one.name) for one in calls] == [
        (Calls.PERSON, ""),
        (Calls.NEIGHBOURS, "Ute Krüger"),
        (Calls.CONTACTS, "Paul Krüger"),
        (Calls.CONTACTS, "Eva Krüger"),
        (Calls.OFFICE, "Karin Vogt"),
    ]


def test_each_step_is_kept_with_time_person_and_result(office: Office, concern: UUID) -> None:
    step_id = uuid4()
    for _twice in range(2):
        office.act(take_step, step_id, concern, RANG)
    shown = card(office, concern)
    assert [(one.number, one.code, one.at, one.who) for one in shown.steps] == [
        (1, "ring", at("2026-11-23 09:55"), WHO)
    ]
    assert shown.following is not None
    assert (shown.following.step.code, shown.following.due) == ("neighbour", at("2026-11-23 10:05"))


def test_an_open_concern_says_from_when_on_its_next_step_is_due(
    office: Office, concern: UUID
) -> None:
    (row,) = office.ask(open_concerns, MONDAY)
    assert (row.next_title, row.next_due) == ("Ring, knock and phone", row.opened_at)
    assert not row.calls_on(at("2026-11-23 10:30"))
    office.act(take_step, uuid4(), concern, RANG)
    (row,) = office.ask(open_concerns, MONDAY)
    assert row.next_due == at("2026-11-23 10:05")
    called = [row.calls_on(at(when)) for when in ("2026-11-23 10:04", "2026-11-23 10:05")]
    assert called == [False, True]
    own = (ChainStep("ring", "Ring", wait_minutes=30), ChainStep("police", "Ring the police"))
    office.act(save_chain, Cause.NO_ONE_OPENED, own)
    (row,) = office.ask(open_concerns, MONDAY)
    assert (row.next_title, row.next_due) == ("Ring the police", at("2026-11-23 10:25"))


def test_a_concern_is_closed_opened_again_and_followed_up(
    office: Office, erna: UUID, concern: UUID
) -> None:
    office.act(take_step, uuid4(), concern, RANG)
    version = card(office, concern).concern.version
    closing = Closing(Ending.WELL, "She was at the doctor's.")
    with pytest.raises(Conflict):
        office.act(close_escalation, concern, version + 1, closing)
    closed = office.act(close_escalation, concern, version, closing, "Speak to Erna").value
    (row,) = office.ask(closed_concerns)
    assert (row.ending, row.closed_by, row.closing_note) == (Ending.WELL, WHO, closing.note)
    assert refusal(office, take_step, uuid4(), concern, RANG) == IS_CLOSED
    due = office.ask(due_tasks, date(2026, 11, 24), "Karin Vogt", 7).due
    assert [task.title for task in due] == ["Speak to Erna"]
    office.act(reopen_escalation, concern, closed.version)
    assert [one.id for one in office.ask(open_concerns, MONDAY)] == [concern]
    assert office.ask(due_tasks, date(2026, 11, 24), "Karin Vogt", 7).due == ()


def test_nobody_is_to_be_spoken_to_on_a_holiday_of_the_state(
    office: Office, engine: Engine, concern: UUID
) -> None:
    in_germany(office)
    office.act(take_step, uuid4(), concern, RANG)
    # Good Friday, Easter and Easter Monday of 2027 lie ahead.
    thursday = Office(engine, who=WHO, clock=lambda: datetime(2027, 3, 25, 9, tzinfo=UTC))
    closing = Closing(Ending.WELL, "She was at the doctor's.")
    thursday.act(close_escalation, concern, card(office, concern).concern.version, closing, "Speak")

    (task,) = thursday.ask(due_tasks, date(2027, 3, 30), "Karin Vogt", 7).due
    assert task.due_on == date(2027, 3, 30)


def test_a_volunteer_notes_steps_but_closes_and_reads_nothing(
    office: Office, visit: UUID, concern: UUID
) -> None:
    member(office, WHO, Role.ADMINISTRATOR)
    member(office, "Tom", Role.VOLUNTEER)
    office.work_as("Tom")
    office.act(take_step, uuid4(), concern, RANG)
    shown = card(office, concern)
    assert not shown.may_close
    closing = Closing(Ending.WELL, "Was shopping.")
    assert refusal(office, close_escalation, concern, shown.concern.version, closing) == ONLY_OFFICE
    assert refusal(office, read_visit_note, visit) == ONLY_OFFICE_READS


def test_an_office_writes_its_own_steps_and_goes_back(office: Office) -> None:
    own = (ChainStep("own_1", "Ring the caretaker", calls=Calls.NEIGHBOURS, wait_minutes=3),)
    office.act(save_chain, Cause.NO_ONE_OPENED, (*own, ChainStep("own_2", " ")))
    chain = office.ask(chain_here, Cause.NO_ONE_OPENED, MONDAY)
    assert (chain.steps, chain.is_own) == (own, True)
    office.act(reset_chain, Cause.NO_ONE_OPENED)
    assert not office.ask(chain_here, Cause.NO_ONE_OPENED, MONDAY).is_own


def test_kilometres_and_costs_are_claimed_once(office: Office, erna: UUID) -> None:
    active_volunteer(office, "Tom Beispiel")
    visit = visit_planned(office, erna, start=time(8, 0), visitor="Tom Beispiel")
    claim = VisitClaim(kilometres=True, amount=450, purpose="Bus")
    said = held(kilometres=120)
    saved = office.act(record_and_follow, visit, 1, said, "", claim).value
    office.act(record_and_follow, visit, saved.version, said, "", claim)
    claims = office.ask(_claims)
    assert sorted((what, of) for what, of in claims) == [("kilometres", visit), ("outlay", visit)]


def test_a_wrong_claim_stands_beside_its_field_and_nothing_is_saved(
    office: Office, erna: UUID
) -> None:
    active_volunteer(office, "Tom Beispiel")
    visit = visit_planned(office, erna, start=time(8, 0), visitor="Tom Beispiel")
    with pytest.raises(Refused) as refused:
        office.act(record_and_follow, visit, 1, held(), "", VisitClaim(amount=0))
    assert [problem.field for problem in refused.value.problems] == ["claim_amount"]
    found = office.ask(visit_details, visit)
    assert found is not None
    assert found.visit.status is VisitStatus.PLANNED


def _claims(connection: Connection) -> list[tuple[str, UUID | None]]:
    return [(what, of) for what, of in connection.execute(select(Expense.what, Expense.visit_id))]
