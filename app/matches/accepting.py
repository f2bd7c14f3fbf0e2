"""Taking over what the plan for the whole office proposes, all in one act that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from app.errors import Problem, Refused
from app.matches.actions import known_match, propose_match, take_proposal_back
from app.matches.rules import MatchStage
from db.access import is_known_to_me
from db.people import Person

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from app.office import Act

_FOR_PAIR = "{person}, {visitor}: {reason}"


class PairToPropose(NamedTuple):
    """One pair, under the id that its match gets."""

    match_id: UUID
    person_id: UUID
    visitor_id: UUID


def accept_proposals(
    act: Act, pairs: Iterable[PairToPropose], withdrawn: Iterable[UUID] = ()
) -> tuple[UUID, ...]:
    """Take back some proposals and propose pairs, all or nothing; answer the new matches.

    With both sides exchanged it undoes itself. Raises `Refused` with a sentence for each pair
    that cannot be proposed any more.
    """
    for match_id in withdrawn:
        if known_match(act, match_id).stage == MatchStage.PROPOSED:
            take_proposal_back(act, match_id)
    act.session.flush()
    made: list[UUID] = []
    problems: list[Problem] = []
    for pair in pairs:
        try:
            made.append(propose_match(act, *pair))
        except Refused as refused:
            problems += (_about(act, pair, problem) for problem in refused.problems)
    if problems:
        raise Refused(*problems)
    return tuple(made)


def _about(act: Act, pair: PairToPropose, problem: Problem) -> Problem:
    values = {
        "person": _name(act, pair.person_id),
        "visitor": _name(act, pair.visitor_id),
        "reason": problem,
    }
    return Problem(_FOR_PAIR, values=values)


def _name(act: Act, person_id: UUID) -> str:
    known = select(Person).where(Person.id == person_id, is_known_to_me(Person.id))
    person = act.session.scalar(known)
    return "" if person is None else f"{person.given_name} {person.family_name}".strip()
