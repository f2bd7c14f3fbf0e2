"""Requirements of writing notes, taking them back and releasing them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.drafts.actions import save_draft
from app.drafts.queries import draft
from app.drafts.rules import Drafted
from app.errors import Conflict, Refused
from app.journal.actions import (
    NOTE_FORM,
    close_follow_up,
    correct_note,
    release_note,
    take_back_note,
    write_note,
)
from app.journal.actions.finding import NOT_YOUR_NOTE, NOTE_IS_GONE, UNKNOWN_PERSON
from app.journal.actions.writing import NOT_OWN, TOO_LATE
from app.journal.queries import count_notes, journal_of, note, people_of_note
from app.journal.rules import Access, Medium, NoteEntry, Topic, check_note, note_serial
from app.office import Office
from app.text_rules import MISSING
from tests.conftest import NOW
from tests.factories.clients import add_client
from tests.factories.journal import note_entry, note_written

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine


def later(engine: Engine, who: str = "Anna Beispiel", **after: float) -> Office:
    """Answer the office some time after the time of all tests."""
    moment = NOW + timedelta(**after)
    clock: Callable[[], datetime] = lambda: moment  # noqa: E731 - said once
    return Office(engine, who=who, clock=clock)


def test_a_note_says_when_how_and_what_about(office: Office) -> None:
    person = add_client(office)
    note_id = note_written(
        office,
        person,
        text="First line\n\tsecond <b>line</b>",
        happened_at=datetime(2026, 11, 20, 16, 30),  # noqa: DTZ001 - local time
        medium=Medium.PHONE,
        reached=True,
        minutes=15,
        topics=(Topic.HOUSING, Topic.CARE, Topic.HOUSING),
        follow_up=True,
        follow_up_for="Karin Vogt",
        follow_up_due=date(2026, 12, 1),
    )
    (row,) = office.ask(journal_of, person)
    assert (row.id, row.version, row.person_id) == (note_id, 1, person)
    assert row.happened_at == datetime(2026, 11, 20, 15, 30, tzinfo=UTC)
    assert (row.written_at, row.author) == (NOW, "Anna Beispiel")
    assert (row.medium, row.reached, row.minutes) == ("phone", True, 15)
    assert row.topics == ("housing", "care")
    assert (row.access, row.corrections, row.attachments) == ("team", 0, 0)
    assert (row.follow_up, row.follow_up_for) == ("open", "Karin Vogt")
    assert row.follow_up_due == date(2026, 12, 1)
    assert row.text == "First line\n\tsecond <b>line</b>"


def test_a_note_without_a_time_is_of_now(office: Office) -> None:
    note_id = note_written(office, add_client(office))
    row = office.ask(note, note_id)
    assert row is not None
    assert (row.happened_at, row.medium, row.reached) == (NOW, "", None)


def test_a_note_saved_twice_stands_there_once(office: Office) -> None:
    person, note_id = add_client(office), uuid4()
    for _click in range(2):
        office.act(write_note, note_id, note_entry(person))
    assert office.ask(count_notes, person) == 1


def test_a_note_about_several_people_stands_on_each_card(office: Office) -> None:
    erna, karl = add_client(office), add_client(office, given_name="Karl")
    note_written(office, erna, karl, erna)
    (on_erna,), (on_karl,) = office.ask(journal_of, erna), office.ask(journal_of, karl)
    assert on_erna == on_karl
    assert on_erna.is_shared
    people = office.ask(people_of_note, on_erna.id)
    assert [row.given_name for row in people] == ["Erna", "Karl"]


def test_nothing_is_noted_about_who_is_not_there(office: Office) -> None:
    with pytest.raises(Refused, match=UNKNOWN_PERSON):
        note_written(office, uuid4())
    with pytest.raises(Refused, match=UNKNOWN_PERSON):
        note_written(office, add_client(office), uuid4())


def test_what_is_wrong_stands_beside_its_field(office: Office) -> None:
    person = add_client(office)
    with pytest.raises(Refused) as refused:
        note_written(office, person, text=" \n", minutes=-1)
    assert [problem.field for problem in refused.value.problems] == ["text", "minutes"]
    assert refused.value.problems[0].message == MISSING
    assert office.ask(count_notes, person) == 0


def test_saving_drops_the_draft(office: Office) -> None:
    person = add_client(office)
    office.act(save_draft, Drafted(NOTE_FORM, str(person), {"text": "begun"}))
    note_written(office, person)
    assert office.ask(draft, NOTE_FORM, str(person), "Anna Beispiel") is None


def test_notes_of_one_moment_have_numbers_of_their_own(office: Office) -> None:
    person = add_client(office)
    for _number in range(3):
        note_written(office, person)
    serials = [row.serial for row in office.ask(journal_of, person)]
    assert serials == [note_serial(NOW) + number for number in (2, 1, 0)]


def test_undo_takes_a_note_back_and_gives_its_text(office: Office) -> None:
    erna, karl = add_client(office), add_client(office, given_name="Karl")
    note_id = note_written(office, erna, karl, text="a slip")
    assert office.act(take_back_note, note_id).value == "a slip"
    assert office.ask(count_notes, erna) == office.ask(count_notes, karl) == 0
    assert office.act(take_back_note, note_id).value == ""


def test_a_note_taken_back_becomes_the_draft_of_the_next(office: Office) -> None:
    person = add_client(office)
    for text in ("first", "second"):
        office.act(take_back_note, note_written(office, person, text=text))
    kept = office.ask(draft, NOTE_FORM, str(person), "Anna Beispiel")
    assert kept is not None
    assert kept.texts == {"text": "second"}
    with_draft = note_written(office, person, text="third")
    office.act(save_draft, Drafted(NOTE_FORM, str(person), {"text": "begun", "medium": "phone"}))
    office.act(take_back_note, with_draft)
    kept = office.ask(draft, NOTE_FORM, str(person), "Anna Beispiel")
    assert kept is not None
    assert kept.texts == {"text": "begun\n\nthird", "medium": "phone"}


def test_only_its_author_takes_a_note_back(office: Office, engine: Engine) -> None:
    note_id = note_written(office, add_client(office))
    with pytest.raises(Refused, match=NOT_YOUR_NOTE):
        later(engine, "Bodil Jensen").act(take_back_note, note_id)


def test_a_note_of_yesterday_is_not_taken_back(office: Office, engine: Engine) -> None:
    note_id = note_written(office, add_client(office))
    assert later(engine, hours=13).ask(note, note_id)
    with pytest.raises(Refused, match=TOO_LATE):
        later(engine, hours=15).act(take_back_note, note_id)


def test_a_note_with_which_something_was_done_is_not_taken_back(office: Office) -> None:
    person = add_client(office)
    corrected = note_written(office, person)
    office.act(correct_note, corrected, 1, note_entry(person, text="better"))
    closed = note_written(office, person, follow_up=True)
    office.act(close_follow_up, closed, 1)
    for note_id in (corrected, closed):
        with pytest.raises(Refused, match=TOO_LATE):
            office.act(take_back_note, note_id)


def test_an_own_note_is_read_by_its_author_alone_until_released(
    office: Office, engine: Engine
) -> None:
    person = add_client(office)
    note_id = note_written(office, person, access=Access.OWN)
    bodil = later(engine, "Bodil Jensen")
    assert (office.ask(count_notes, person), bodil.ask(count_notes, person)) == (1, 0)
    with pytest.raises(Refused, match=NOTE_IS_GONE):
        bodil.act(release_note, note_id, 1)
    assert office.act(release_note, note_id, 1).value == 2
    assert bodil.ask(count_notes, person) == 1


def test_only_an_own_note_is_released_by_its_author(office: Office, engine: Engine) -> None:
    person = add_client(office)
    note_id = note_written(office, person)
    with pytest.raises(Refused, match=NOT_OWN):
        office.act(release_note, note_id, 1)
    with pytest.raises(Refused, match=NOT_YOUR_NOTE):
        later(engine, "Bodil Jensen").act(release_note, note_id, 1)
    own = note_written(office, person, access=Access.OWN)
    with pytest.raises(Conflict):
        office.act(release_note, own, 7)


HOSTILE = st.text(st.characters(), max_size=80) | st.sampled_from(
    ["a" * 20_001, "\ud800", "\x00", "<b>x</b>", "\u202eabc", "%_*\"'-", "NEAR(a b)", "🎂" * 9]
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=HOSTILE)
def test_a_hostile_note_is_stored_as_typed_or_refused(office: Office, text: str) -> None:
    person = add_client(office)
    try:
        office.act(write_note, uuid4(), NoteEntry((person,), text))
    except Refused:
        assert check_note(text)
        assert office.ask(journal_of, person) == ()
    else:
        (row,) = office.ask(journal_of, person)
        assert row.text == text
