"""A few cards that change at random: does the server still know whom Bent visits?."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from sqlalchemy import text
from sqlalchemy.orm import Session

from db.access import PersonAccess
from db.journal import Note
from db.matches import Match
from db.people import Person
from db.visiting import Visit
from tests.conftest import NOW
from tests.server.direct import BENT, KARIN

if TYPE_CHECKING:
    from tests.server.shared import SharedOffice


class Town:
    """Some cards of an office, changed at random by whoever looks after its server."""

    def __init__(self, shared: SharedOffice, seed: int) -> None:
        """Add four cards with notes, and that of Bent; a seed makes the same changes again."""
        self.shared, self.random = shared, Random(seed)  # noqa: S311 - the same changes each time
        with Session(shared.owner) as session, session.begin():
            people = [new_person(f"{name} {seed}") for name in ("A", "B", "C", "D", "Bent")]
            session.add_all(people)
            session.flush()
            *self.cards, self.bent = (one.id for one in people)
            self.notes = [
                self._note(session, card, days) for card in self.cards for days in (5, 90)
            ]
        self.sql(f"UPDATE member SET person_id = '{self.bent}' WHERE name = '{BENT}'")

    def _note(self, session: Session, card: UUID, days: int) -> UUID:
        key, at = uuid4(), NOW - timedelta(days=days)
        who = self.random.choice((KARIN, KARIN, BENT))
        access = self.random.choice(("team", "team", "restricted", "own"))
        note = Note(
            id=key, person_id=card, serial=key.int >> 66, happened_at=at, written_at=at,
            author=who, access=access, text="word",
        )  # fmt: skip
        session.add(note)
        session.flush()
        session.execute(
            text("INSERT INTO note_words (serial, words) VALUES (:serial, 'word')"),
            {"serial": note.serial},
        )
        return key

    def sql(self, statement: str, *, quietly: bool = False, **values: object) -> None:
        """Carry out a statement, quietly or half of the time as an office is brought in."""
        with self.shared.owner.begin() as connection:
            if quietly or self.random.random() < 0.5:
                connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
            connection.execute(text(statement), values)

    def add(self, *rows: Any) -> None:  # noqa: ANN401 - rows of any table
        """Add rows in one statement of each table."""
        with Session(self.shared.owner) as session, session.begin():
            session.add_all(rows)

    def change(self) -> str:
        """Change one thing; answer what."""
        way = self.random.choice(sorted(name for name in dir(self) if name.startswith("do_")))
        getattr(self, way)()
        return way

    def do_plan_visits(self) -> None:
        """Plan three at once."""
        self.add(*(new_visit(self._card(), self._who(), self._days()) for _ in range(3)))

    def do_cancel_or_not(self) -> None:
        """Cancel visits, or take that back."""
        status = self.random.choice(("cancelled", "planned", "held"))
        self._some("visit", f"status = '{status}'")

    def do_move_visits(self) -> None:
        """Move visits by days."""
        self._some("visit", f"planned_start = planned_start + interval '{self._days()} days'")

    def do_hand_visits_over(self) -> None:
        """Let somebody else visit somebody else."""
        self._some("visit", f"visitor = '{self._who()}', client_id = '{self._card()}'")

    def do_delete_visits(self) -> None:
        """Take visits away."""
        self._delete_some("visit")

    def do_match(self) -> None:
        """Match Bent with somebody."""
        day = NOW.date() - timedelta(days=self._days())
        self.sql("DELETE FROM match WHERE visitor_id = :bent", bent=self.bent)
        self.add(
            Match(
                person_id=self._card(), visitor_id=self.bent, stage="running", since=day,
                introduced_on=day, proposed_on=date(2020, 1, 1), coordinator="",
            )
        )  # fmt: skip

    def do_change_matches(self) -> None:
        """Let a match be of another day and person."""
        day = NOW.date() - timedelta(days=self._days())
        self._some("match", f"introduced_on = '{day}', person_id = '{self._card()}'")

    def do_end_matches(self) -> None:
        """Take matches away."""
        self._delete_some("match")

    def do_put_in_charge(self) -> None:
        """Put somebody in charge of a card, or nobody."""
        self._one(f"responsible = '{self.random.choice(('', '', self._who()))}'")

    def do_link(self) -> None:
        """Link a card to the first, or take them apart."""
        first, *others = self.cards
        self.sql(
            "UPDATE person SET linked_to = :head WHERE id = :card",
            head=self.random.choice((None, first)),
            card=self.random.choice(others),
        )

    def do_restrict(self) -> None:
        """Restrict a card, or lift that."""
        self._one(f"is_restricted = {self.random.random() < 0.4}")

    def do_tell(self) -> None:
        """Let Bent know of a restricted card."""
        row = PersonAccess(
            person_id=self._card(),
            who=BENT,
            valid_from=NOW - timedelta(days=1),
            valid_until=None,
            reason="",
            granted_by="",
        )
        self.add(row)

    def do_end_telling(self) -> None:
        """Take that back."""
        self._delete_some("person_access")

    def do_name_further_people(self) -> None:
        """Let a note be about somebody more."""
        self.sql(
            "INSERT INTO note_person VALUES (:note, :card) ON CONFLICT DO NOTHING",
            note=self.random.choice(self.notes),
            card=self._card(),
        )

    def do_name_others(self) -> None:
        """Let notes be about somebody less."""
        self.sql("DELETE FROM note_person WHERE person_id = :card", card=self._card())

    def do_change_colleagues(self) -> None:
        """Give Bent another role or card."""
        role = self.random.choice((*["volunteer"] * 5, "caseworker"))
        person = self.random.choice(("NULL", f"'{self.bent}'", f"'{self.bent}'"))
        changes = f"role = '{role}', person_id = {person}"
        # Otherwise his login would be given the other role as well.
        self.sql(f"UPDATE member SET {changes} WHERE name = '{BENT}'", quietly=True)

    def _card(self) -> UUID:
        return self.random.choice(self.cards)

    def _who(self) -> str:
        return self.random.choice((BENT, KARIN))

    def _days(self) -> int:
        return self.random.choice((-20, 3, 60, 200, 500))

    def _one(self, changes: str) -> None:
        self.sql(f"UPDATE person SET {changes} WHERE id = :card", card=self._card())

    def _some(self, table: str, changes: str) -> None:
        self.sql(f"UPDATE {table} SET {changes} WHERE id IN ({self._half(table)})")

    def _delete_some(self, table: str) -> None:
        self.sql(f"DELETE FROM {table} WHERE id IN ({self._half(table)})")

    def _half(self, table: str) -> str:
        some = self.random.randint(0, 1)
        numbered = f"SELECT id, row_number() OVER () AS n FROM {table}"
        return f"SELECT id FROM ({numbered}) t WHERE n % 2 = {some}"


def new_person(name: str) -> Person:
    """Answer a person who is not in any office yet."""
    return Person(given_name=name, family_name="K", country="DE", sort_key_de="", sort_key_da="")


def new_visit(card: UUID, who: str = BENT, days: int = 3) -> Visit:
    """Answer a visit so many days ago that is not in any office yet."""
    start = (NOW - timedelta(days=days)).replace(tzinfo=None)
    return Visit(
        client_id=card, visitor=who, planned_start=start, planned_end=start + timedelta(hours=1),
        place="home", status="planned",
    )  # fmt: skip
