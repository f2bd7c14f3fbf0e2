"""Requirements of volunteers on a server: notes from before the match stay unread, by any SQL."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.office import Act
from db.access import Member, is_readable_note
from db.journal import Note
from db.matches import Match
from db.people import Person
from db.visiting import Visit
from tests.conftest import NOW

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tests.server.shared import SharedOffice

BENT = "Bent Holm"
MET = NOW.date() - timedelta(days=10)


def _fill(act: Act) -> None:
    """Write a person whom Bent visits since ten days, with notes on both her cards."""
    people = [
        Person(given_name=name, family_name="K", country="DE", sort_key_de="", sort_key_da="")
        for name in ("Erna", "Bent")
    ]
    act.session.add_all(people)
    act.session.flush()
    erna, bent = (one.id for one in people)
    other = Person(
        given_name="Erna", family_name="B", country="DE", sort_key_de="", sort_key_da="",
        linked_to=erna,
    )  # fmt: skip
    act.session.add(other)
    act.session.flush()
    for words, days in (("card before", 20), ("card after", 5)):
        _write(act, other.id, words, days, act.who)
    act.session.scalars(select(Member).where(Member.name == BENT)).one().person_id = bent
    act.session.add(
        Match(
            person_id=erna, visitor_id=bent, stage="running", since=MET, introduced_on=MET,
            proposed_on=date(2026, 9, 1), coordinator="",
        )
    )  # fmt: skip
    start = (NOW + timedelta(days=1)).replace(tzinfo=None)
    act.session.add(
        Visit(
            client_id=erna, visitor=BENT, planned_start=start,
            planned_end=start + timedelta(hours=1), place="home", status="planned",
        )
    )  # fmt: skip
    for words, days, who in (("before", 20, ""), ("after", 5, ""), ("own", 30, BENT)):
        _write(act, erna, words, days, who or act.who)


def _write(act: Act, person_id: UUID, words: str, days: int, who: str) -> None:
    key, at = uuid4(), NOW - timedelta(days=days)
    act.session.add(
        Note(
            id=key, person_id=person_id, serial=key.int >> 66, happened_at=at, written_at=at,
            author=who, access="team", text=words,
        )
    )  # fmt: skip


def _read(connection: Connection) -> set[str]:
    return set(connection.scalars(select(Note.text).where(is_readable_note())))


def test_a_volunteer_reads_no_note_from_before_the_match(shared: SharedOffice) -> None:
    with Session(shared.owner) as session, session.begin():
        _fill(Act(session, NOW, "Anna Beispiel"))
    assert shared.office("Karin Vogt").ask(_read) == {
        "card before",
        "card after",
        "before",
        "after",
        "own",
    }
    assert shared.office(BENT).ask(_read) == {"card after", "after", "own"}
    with shared.engine(BENT).connect() as connection:
        found = connection.execute(text("SELECT text FROM note")).scalars()
        assert set(found) == {"card after", "after", "own"}
