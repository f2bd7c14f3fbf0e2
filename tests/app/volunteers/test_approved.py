"""Requirements of the clause of approval: the database says what the rules say."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from app.volunteers.queries.approved import is_approved
from app.volunteers.queries.held import NOTHING, all_held
from app.volunteers.requirements import delivered
from app.volunteers.rules import Assessment, standings
from db.volunteers import Proof, Volunteer
from tests.factories.volunteers import add_volunteer

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.office import Act, Office

TODAY = date(2026, 11, 23)
REQUIRED = delivered("DE")
ROUNDS = 12


def test_the_database_approves_whom_the_rules_approve(office: Office) -> None:
    people = [add_volunteer(office, f"Kim {number}") for number in range(6)]
    assert 0 < office.act(_compare_at_random, people).value < ROUNDS * len(people)


def _approved(connection: Connection) -> tuple[set[UUID], set[UUID]]:
    held = all_held(connection)
    by_rule = {
        file
        for file in connection.scalars(select(Volunteer.id))
        if all(
            one.state.lets_go_on for one in standings(REQUIRED, held.get(file, NOTHING).held, TODAY)
        )
    }
    asked = select(Volunteer.id).where(is_approved(REQUIRED, TODAY))
    return by_rule, set(connection.scalars(asked))


def _compare_at_random(act: Act, people: list[UUID]) -> int:
    """Prove other things of the same people again and again; answer how often one was approved."""
    chance, approved = Random(5), 0  # noqa: S311 - no secret, the same proofs every time
    files = act.session.scalars(select(Volunteer.id).where(Volunteer.person_id.in_(people))).all()
    for _ in range(ROUNDS):
        proofs = [
            _proof(chance, file, one.code)
            for file in files
            for one in REQUIRED
            for _again in range(chance.choice((0, 1, 1, 1, 1, 1, 2)))
        ]
        act.session.add_all(proofs)
        act.session.flush()
        by_rule, by_database = _approved(act.session.connection())
        assert by_database == by_rule
        approved += len(by_rule)
        for proof in proofs:
            act.session.delete(proof)
    return approved


def _proof(chance: Random, file: UUID, code: str) -> Proof:
    waived = chance.random() < 0.1
    ends = TODAY + timedelta(days=chance.choice((-90, -31, -30, -29, -1, 0, 1, 400, 500)))
    return Proof(
        id=UUID(int=chance.getrandbits(128), version=4),
        volunteer_id=file,
        requirement_code=code,
        inspected_on=None if waived else TODAY - timedelta(days=chance.randrange(4000)),
        valid_until=None if waived or chance.random() < 0.6 else ends,
        has_excluding_entry=chance.choice((None, False, False, False, False, False, True)),
        assessment="" if chance.random() < 0.97 else Assessment.NOT_SUITABLE,
        waiver_reason="",
    )
