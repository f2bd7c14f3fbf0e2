"""Requirements of correcting a note: never silently, never by just anyone."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from app.access.rules import Role
from app.errors import Conflict, Refused
from app.journal.actions import close_follow_up, correct_note, release_note
from app.journal.actions.correcting import NEVER_OWN_AGAIN, ONLY_AUTHOR_OPENS
from app.journal.actions.finding import NOT_YOURS_TO_CHANGE, NOTE_IS_GONE
from app.journal.queries import journal_of, note, note_versions, people_of_note
from app.journal.rules import REASON_MISSING, Access, Medium, Topic
from app.office import Office
from tests.conftest import NOW
from tests.factories.access import member
from tests.factories.clients import add_client
from tests.factories.journal import note_entry, note_written
from tests.factories.visits import visit_planned

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Engine

    from app.journal.queries import NoteRow


def row_of(office: Office, note_id: UUID) -> NoteRow:
    """Answer a note that the person at work may read."""
    row = office.ask(note, note_id)
    assert row is not None
    return row


def colleague(engine: Engine, who: str) -> Office:
    """Answer the office as a colleague has it."""
    return Office(engine, who=who, clock=lambda: NOW)


def test_what_stood_there_is_kept_with_who_replaced_it_and_why(office: Office) -> None:
    person = add_client(office)
    note_id = note_written(
        office, person, text="first", medium=Medium.PHONE, topics=(Topic.CARE,), minutes=5
    )
    second = note_entry(person, text="second", reached=True)
    assert office.act(correct_note, note_id, 1, second, " A slip ").value == 2
    assert office.act(correct_note, note_id, 2, note_entry(person, text="third")).value == 3
    row = row_of(office, note_id)
    assert (row.text, row.corrections, row.medium, row.reached) == ("third", 2, "", None)
    newest, oldest = office.ask(note_versions, note_id)
    assert (newest.number, newest.text, newest.reached) == (2, "second", True)
    assert (oldest.number, oldest.text, oldest.reason) == (1, "first", "A slip")
    assert (oldest.medium, oldest.topics, oldest.minutes) == ("phone", ("care",), 5)
    assert (oldest.replaced_by, oldest.replaced_at) == ("Anna Beispiel", NOW)
    assert (oldest.is_readable, oldest.happened_at) == (True, NOW)


def test_a_correction_that_changes_nothing_keeps_no_version(office: Office) -> None:
    erna, karl = add_client(office), add_client(office, given_name="Karl")
    note_id = note_written(office, erna, karl)
    as_shown = datetime(2026, 11, 23, 10, 0)  # noqa: DTZ001 - local time
    same = note_entry(erna, karl, happened_at=as_shown)
    assert office.act(correct_note, note_id, 1, same).value == 1
    assert row_of(office, note_id).corrections == 0


def test_people_can_be_added_and_taken_off(office: Office) -> None:
    erna, karl, olga = (add_client(office, given_name=name) for name in ("Erna", "Karl", "Olga"))
    note_id = note_written(office, erna, karl)
    office.act(correct_note, note_id, 1, note_entry(olga, erna))
    names = [row.given_name for row in office.ask(people_of_note, note_id)]
    assert names == ["Olga", "Erna"]
    assert office.ask(journal_of, karl) == ()
    assert [row.person_id for row in office.ask(journal_of, erna)] == [olga]


def test_another_version_is_a_conflict_and_changes_nothing(office: Office) -> None:
    person = add_client(office)
    note_id = note_written(office, person)
    with pytest.raises(Conflict):
        office.act(correct_note, note_id, 4, note_entry(person, text="lost"))
    assert row_of(office, note_id).text != "lost"


def test_colleagues_who_read_everything_correct_with_a_reason(
    office: Office, engine: Engine
) -> None:
    person = add_client(office)
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    member(office, "Bodil Jensen", Role.CASEWORKER)
    member(office, "Clara Wolf", Role.VOLUNTEER)
    visit_planned(office, person, visitor="Clara Wolf")
    note_id = note_written(office, person)
    better = note_entry(person, text="better")
    with pytest.raises(Refused, match=NOT_YOURS_TO_CHANGE):
        colleague(engine, "Clara Wolf").act(correct_note, note_id, 1, better, "because")
    bodil = colleague(engine, "Bodil Jensen")
    with pytest.raises(Refused, match=REASON_MISSING):
        bodil.act(correct_note, note_id, 1, better, " ")
    bodil.act(correct_note, note_id, 1, better, "Wrong name")
    row = row_of(bodil, note_id)
    assert (row.text, row.author) == ("better", "Anna Beispiel")


def test_who_may_read_changes_one_way(office: Office, engine: Engine) -> None:
    person = add_client(office)
    note_id = note_written(office, person, access=Access.RESTRICTED)
    bodil = colleague(engine, "Bodil Jensen")
    with pytest.raises(Refused, match=ONLY_AUTHOR_OPENS):
        bodil.act(correct_note, note_id, 1, note_entry(person, text="x"), "because")
    with pytest.raises(Refused, match=NEVER_OWN_AGAIN):
        office.act(correct_note, note_id, 1, note_entry(person, access=Access.OWN))
    office.act(correct_note, note_id, 1, note_entry(person))
    assert row_of(bodil, note_id).access == "team"


def test_earlier_versions_stay_with_those_who_could_read_them(
    office: Office, engine: Engine
) -> None:
    person = add_client(office)
    note_id = note_written(office, person, text="secret", access=Access.OWN)
    bodil = colleague(engine, "Bodil Jensen")
    with pytest.raises(Refused, match=NOTE_IS_GONE):
        bodil.act(correct_note, note_id, 1, note_entry(person), "because")
    assert bodil.ask(note_versions, note_id) == ()
    office.act(correct_note, note_id, 1, note_entry(person, text="open", access=Access.OWN))
    office.act(release_note, note_id, 2)
    (hidden,) = bodil.ask(note_versions, note_id)
    assert (hidden.is_readable, hidden.text, hidden.happened_at) == (False, "", None)
    (own,) = office.ask(note_versions, note_id)
    assert (own.is_readable, own.text) == (True, "secret")


def test_a_closed_follow_up_stays_as_it_was_closed(office: Office) -> None:
    person = add_client(office)
    note_id = note_written(office, person, follow_up=True, follow_up_due=date(2026, 11, 30))
    office.act(close_follow_up, note_id, 1, "Done")
    office.act(correct_note, note_id, 2, note_entry(person, text="better"))
    row = row_of(office, note_id)
    assert (row.follow_up, row.follow_up_result) == ("told", "Done")
    assert row.follow_up_due == date(2026, 11, 30)
