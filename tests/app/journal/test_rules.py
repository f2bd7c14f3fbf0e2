"""Requirements of the journal's rules."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from app.errors import Problem
from app.journal.rules import (
    ACCESS_LABELS,
    MEDIUM_LABELS,
    TOPIC_LABELS,
    Access,
    Medium,
    Topic,
    check_note,
    check_note_entry,
    note_serial,
    put_together,
)
from app.journal.rules.entry import (
    DUE_IN_THE_PAST,
    IN_THE_FUTURE,
    MINUTES_OUT_OF_RANGE,
    MOST_PEOPLE,
    NOBODY,
    NOT_OFFERED,
    NOT_READABLE_FOR_THEM,
    TOO_EARLY,
    TOO_MANY_PEOPLE,
)
from app.text_rules import MISSING, TOO_LONG
from tests.factories.journal import note_entry

TODAY = date(2026, 11, 23)
ERNA = uuid4()


def problems(*people: object, **fields: object) -> tuple[tuple[str, str], ...]:
    """Answer what is wrong with Anna's note: messages with their fields."""
    entry = note_entry(*people or (ERNA,), **fields)  # type: ignore[arg-type]  # any field of the form
    found = check_note_entry(entry, TODAY, author="Anna")
    return tuple((problem.message, problem.field) for problem in found)


def test_later_notes_want_higher_numbers() -> None:
    first = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    assert 0 < note_serial(first) < note_serial(first.replace(second=1)) < 2**63


def test_a_plain_note_needs_a_text_only() -> None:
    assert problems() == ()
    assert problems(text=" \n ") == ((MISSING, "text"),)
    assert problems(text="x" * 20_000) == ()
    assert problems(text="x" * 20_001) == ((TOO_LONG, "text"),)


def test_a_note_is_of_today_or_earlier() -> None:
    assert problems(happened_at=datetime(2026, 11, 23, 23, 59)) == ()  # noqa: DTZ001 - local
    tomorrow = datetime(2026, 11, 24, 0, 0)  # noqa: DTZ001 - local
    assert problems(happened_at=tomorrow) == ((IN_THE_FUTURE, "happened_at"),)
    slip = datetime(206, 11, 23)  # noqa: DTZ001 - local
    assert problems(happened_at=slip) == ((TOO_EARLY, "happened_at"),)


@pytest.mark.parametrize(("minutes", "is_right"), [(0, True), (1440, True), (1441, False)])
def test_a_contact_lasts_up_to_a_day(minutes: int, is_right: bool) -> None:  # noqa: FBT001 - a case
    wrong = () if is_right else ((MINUTES_OUT_OF_RANGE, "minutes"),)
    assert problems(minutes=minutes) == wrong
    assert problems(minutes=-1) == ((MINUTES_OUT_OF_RANGE, "minutes"),)


def test_codes_are_those_offered() -> None:
    assert problems(medium="smoke") == ((NOT_OFFERED, "medium"),)
    assert problems(topics=("housing", "weather")) == ((NOT_OFFERED, "topics"),)
    assert problems(access="public") == ((NOT_OFFERED, "access"),)


def test_a_note_is_about_someone_but_not_about_everyone() -> None:
    assert check_note_entry(note_entry(), TODAY, author="Anna") == (Problem(NOBODY, "people"),)
    many = tuple(uuid4() for _ in range(MOST_PEOPLE + 1))
    assert problems(*many) == ((TOO_MANY_PEOPLE, "people"),)
    assert problems(*many[:-1], many[0]) == ()


def test_what_is_to_be_done_is_still_to_come() -> None:
    past = {"follow_up": True, "follow_up_due": date(2026, 11, 22)}
    assert problems(**past) == ((DUE_IN_THE_PAST, "follow_up_due"),)
    assert problems(follow_up=True, follow_up_due=TODAY) == ()
    known = check_note_entry(
        note_entry(ERNA, **past), TODAY, author="Anna", known_due=date(2026, 11, 22)
    )
    assert known == ()
    assert problems(follow_up=False, follow_up_due=date(2026, 11, 22)) == ()


def test_nobody_follows_up_what_they_cannot_read() -> None:
    own = {"access": Access.OWN, "follow_up": True}
    assert problems(**own, follow_up_for="Karin") == ((NOT_READABLE_FOR_THEM, "follow_up_for"),)
    assert problems(**own, follow_up_for="Anna") == problems(**own) == ()


def test_every_code_has_its_words() -> None:
    assert (set(MEDIUM_LABELS), set(TOPIC_LABELS)) == (set(Medium), set(Topic))
    assert set(ACCESS_LABELS) == set(Access)


def test_texts_taken_back_stand_below_what_is_typed() -> None:
    assert check_note("Called.\nNobody at home.") == ()
    assert put_together("begun", "back") == "begun\n\nback"
    assert put_together(" ", "back") == "back"
