"""What can be done about substitutes: somebody else makes visits, and the first visitor is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.clients.rules import full_name
from app.consent.actions import known_person
from app.errors import N_, Conflict, Problem, Refused
from app.office import CHANGED_MEANWHILE
from app.visiting.rules import VisitStatus
from app.visiting.series.checking import refuse_clashes
from app.visiting.series.ledger import Ledger, SeriesUndo
from app.visiting.visitors import why_not_visitor
from db.people import Person
from db.visiting import Visit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from app.office import Act

VISIT_IS_OVER = N_("This visit is no longer planned. Look at the list again.")
NOT_CHOSEN = N_("Please choose who comes instead.")


class Standing(NamedTuple):
    """Who makes a visit instead."""

    visit_id: UUID
    version: int
    visitor_id: UUID


def send_substitutes(act: Act, chosen: Sequence[Standing]) -> SeriesUndo:
    """Let others make some visits, each with the name of who was to come; answer the way back.

    Raises `Refused` for somebody who may not visit or would be booked twice, `Conflict` for a
    visit that changed meanwhile; then nothing is replaced.
    """
    if not chosen:
        raise Refused(Problem(NOT_CHOSEN))
    ledger = Ledger(act)
    for one in chosen:
        _replace(act, ledger, one)
    return ledger.close()


def _replace(act: Act, ledger: Ledger, one: Standing) -> None:
    visit = act.session.get(Visit, one.visit_id)
    if visit is None or visit.status != VisitStatus.PLANNED.value:
        raise Refused(Problem(VISIT_IS_OVER))
    if visit.version != one.version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    known_person(act, visit.client_id)
    comes = known_person(act, one.visitor_id)
    day, today = visit.planned_start.date(), act.local_now.date()
    problem = why_not_visitor(act.session.connection(), comes.id, day, today)
    if problem is not None:
        raise Refused(problem)
    ledger.keep(visit)
    name = full_name(comes.given_name, comes.family_name)
    usual = visit.instead_of or visit.visitor
    # Whoever was to come and does after all stands in for nobody.
    visit.instead_of = "" if name == usual else usual
    visit.visitor, visit.visitor_id = name, comes.id
    client = act.session.get_one(Person, visit.client_id)
    with act.session.no_autoflush:
        refuse_clashes(act, [visit], {visit.id}, full_name(client.given_name, client.family_name))
    act.session.flush()
    act.touch("visiting", visit.id)
