"""What can be done about matching: wishes, proposals, steps, check-ins, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, or_, select
from sqlalchemy.orm.attributes import flag_modified

from app.consent.actions import known_person
from app.drafts.actions import discard_draft
from app.errors import N_, Conflict, Problem, Refused
from app.matches.counting import days_on
from app.matches.rules import (
    OPEN_STAGES,
    EventKind,
    MatchStage,
    StepDetails,
    check_in_day,
    check_step,
    check_wish,
)
from app.office import CHANGED_MEANWHILE
from app.text_rules import NOTE_LENGTH, check_text
from app.visiting.series.following import follow_match
from app.volunteers.parts import write_hours
from app.volunteers.queries import volunteer_card
from app.volunteers.rules import ACTIVITIES, Stretch, VolunteerStage
from db.access import is_known_to_me
from db.matches import Exclusion, Match, MatchEvent, VisitingWish, WishTrait

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Select

    from app.matches.rules import WishDetails
    from app.office import Act

WISH_FORM = "visiting_wish"
"""The form of wishes in drafts; the subject is the person's id."""
STEP_FORM = "match_step"
"""The form of a step in drafts; the subject is the match's id."""
CHECK_IN_FORM = "match_check_in"
MATCH_NOTE_FORM = "match_note"
"""The forms of a check-in and of a note in drafts; the subject is the match's id."""

UNKNOWN_MATCH = N_("This match is no longer in the office.")
SAME_PERSON = N_("Nobody can visit herself or himself.")
NOT_ACTIVE = N_("{name} is not active as a volunteer yet. What is missing stands in the file.")
MATCHED_ALREADY = N_("The two are matched already.")
KEPT_APART = N_("The office keeps the two apart: {reason}")
NO_ROOM = N_("{name} visits {count} people already, and wants no more.")
NOT_LAST = N_("Only the last step of a match can be taken back.")

_AS_GIVEN = (
    "service_kind", "frequency", "minutes", "wanted", "gender_wish", "youngest", "oldest",
    "smoking_home", "no_smoker", "stairs", "dementia", "least_level",
)  # fmt: skip
_OPEN = [stage.value for stage in OPEN_STAGES]


def save_wish(act: Act, person_id: UUID, version: int, details: WishDetails) -> UUID:
    """Keep what somebody wishes (`version` 0 for the first time); answer the person."""
    known_person(act, person_id)
    if problems := check_wish(details, frozenset(ACTIVITIES)):
        raise Refused(*problems)
    row = act.session.scalar(select(VisitingWish).where(VisitingWish.person_id == person_id))
    if (row.version if row else 0) != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    row = row or VisitingWish(person_id=person_id)
    for field in _AS_GIVEN:
        setattr(row, field, getattr(details, field))
    row.about, row.no_goes = details.about.strip(), details.no_goes.strip()
    act.session.add(row)
    if version:
        # Times and interests stand in rows of their own: whoever changes only those counts, too.
        flag_modified(row, "about")
    act.session.flush()
    _write_traits(act, row.id, details)
    write_hours(act, person_id, (Stretch(*one) for one in details.hours))
    discard_draft(act, WISH_FORM, str(person_id))
    act.touch("matches", row.id)
    return person_id


def propose_match(
    act: Act, match_id: UUID, person_id: UUID, visitor_id: UUID, note: str = ""
) -> UUID:
    """Propose a volunteer for a person, under an id made before; a second time changes nothing.

    Raises `Refused` for a volunteer who is not active or has no room, and for two who are
    matched already or kept apart.
    """
    if act.session.get(Match, match_id) is not None:
        return match_id
    known_person(act, person_id)
    known_person(act, visitor_id)
    today = act.local_now.date()
    if problem := _why_not(act, person_id, visitor_id, today):
        raise Refused(problem)
    row = Match(
        id=match_id,
        person_id=person_id,
        visitor_id=visitor_id,
        stage=MatchStage.PROPOSED,
        since=today,
        proposed_on=today,
        coordinator=act.who,
    )
    act.session.add(row)
    act.session.flush()
    add_event(act, row, note)
    act.touch("matches", match_id)
    return match_id


def step_match(act: Act, match_id: UUID, version: int, step: StepDetails) -> UUID:
    """Let a match go a step further: introduce, try, run, pause, end; answer the match."""
    row = known_match(act, match_id)
    if row.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    today = act.local_now.date()
    problems = check_step(MatchStage(row.stage), row.since, step, today)
    if problems or step.on is None:
        raise Refused(*problems)
    _write_step(row, MatchStage(step.stage), step, step.on)
    # What is planned in a rhythm rests, goes on and ends with the match.
    follow_match(act, match_id, step.stage, step.on, step.until)
    add_event(act, row, step.note)
    discard_draft(act, STEP_FORM, str(match_id))
    act.touch("matches", match_id)
    return match_id


def note_check_in(act: Act, match_id: UUID, on: date | None = None, note: str = "") -> UUID:
    """Note that both were asked how it goes, or with None that they were not; answer the match."""
    row = known_match(act, match_id)
    if problems := check_text(note, "note", longest=NOTE_LENGTH, lines=True):
        raise Refused(*problems)
    row.check_in_on = on
    if on is None:
        _drop_last(act, row, EventKind.CHECK_IN)
    else:
        add_event(act, row, note, EventKind.CHECK_IN)
    discard_draft(act, CHECK_IN_FORM, str(match_id))
    act.touch("matches", match_id)
    return match_id


def ask_volunteer(act: Act, match_id: UUID, on: date | None) -> UUID:
    """Note that the volunteer was asked, or with None was not yet; answer the match."""
    row = known_match(act, match_id)
    row.asked_on = on
    if on is None:
        _drop_last(act, row, EventKind.ASKED)
    else:
        add_event(act, row, "", EventKind.ASKED)
    act.touch("matches", match_id)
    return match_id


def note_on_match(act: Act, match_id: UUID, note: str) -> UUID:
    """Write down something else about a match; answer it."""
    row = known_match(act, match_id)
    if problems := check_text(note, "note", longest=NOTE_LENGTH, required=True, lines=True):
        raise Refused(*problems)
    add_event(act, row, note, EventKind.NOTE)
    discard_draft(act, MATCH_NOTE_FORM, str(match_id))
    act.touch("matches", match_id)
    return match_id


def lock_match(act: Act, match_id: UUID, *, is_locked: bool) -> UUID:
    """Keep a match in every best assignment of the office, or do not; answer the match."""
    row = known_match(act, match_id)
    if row.is_locked is not is_locked:
        row.is_locked = is_locked
        add_event(act, row, "", EventKind.LOCKED if is_locked else EventKind.UNLOCKED)
        act.touch("matches", match_id)
    return match_id


def take_proposal_back(act: Act, match_id: UUID) -> UUID:
    """Undo a proposal of which nothing came yet; answer the match."""
    row = known_match(act, match_id)
    if row.stage != MatchStage.PROPOSED:
        raise Refused(Problem(NOT_LAST))
    for event in act.session.scalars(select(MatchEvent).where(MatchEvent.match_id == match_id)):
        act.session.delete(event)
    act.session.flush()
    act.session.delete(row)
    act.touch("matches", match_id)
    return match_id


def _why_not(act: Act, person_id: UUID, visitor_id: UUID, today: date) -> Problem | None:
    if person_id == visitor_id:
        return Problem(SAME_PERSON)
    card = volunteer_card(act.session.connection(), visitor_id, today)
    name = card.name if card else ""
    if card is None or card.details is None or card.stage is not VolunteerStage.ACTIVE:
        return Problem(NOT_ACTIVE, values={"name": name})
    visits = select(Match).where(Match.visitor_id == visitor_id, Match.stage.in_(_OPEN))
    matches = act.session.scalars(visits).all()
    if any(match.person_id == person_id for match in matches):
        return Problem(MATCHED_ALREADY)
    apart = act.session.scalar(exclusion_of(person_id, visitor_id))
    if apart is not None:
        return Problem(KEPT_APART, values={"reason": apart.reason})
    if len(matches) >= (card.details.max_people or 0):
        return Problem(NO_ROOM, values={"name": name, "count": len(matches)})
    return None


def exclusion_of(person_id: UUID, visitor_id: UUID) -> Select[Exclusion]:
    """Answer the statement for what keeps two people apart, whichever of them would visit."""
    return select(Exclusion).where(
        or_(
            and_(Exclusion.person_id == person_id, Exclusion.visitor_id == visitor_id),
            and_(Exclusion.person_id == visitor_id, Exclusion.visitor_id == person_id),
        )
    )


def _write_step(row: Match, stage: MatchStage, step: StepDetails, on: date) -> None:
    row.stage, row.since = stage, on
    row.paused_from = on if stage is MatchStage.PAUSED else None
    row.paused_until = step.until if stage is MatchStage.PAUSED else None
    if stage is MatchStage.INTRODUCED:
        row.introduced_on = on
    elif stage is MatchStage.TRIAL:
        row.trial_until = step.until
    elif stage is MatchStage.RUNNING:
        row.running_from = row.running_from or on
    elif stage is MatchStage.ENDED:
        row.ended_on, row.ended_by, row.end_reason = on, step.ended_by, step.end_reason
    if stage in {MatchStage.TRIAL, MatchStage.RUNNING} and row.check_in_due is None:
        row.check_in_due = check_in_day(on, days_on(on))


def add_event(act: Act, row: Match, note: str, what: EventKind = EventKind.STEP) -> None:
    """Write down what was done or heard about a match."""
    event = MatchEvent(
        match_id=row.id, at=act.now, who=act.who, stage=row.stage, what=what, note=note.strip()
    )
    act.session.add(event)


def _drop_last(act: Act, row: Match, what: EventKind) -> None:
    """Take back what was noted last of a kind."""
    found = (
        select(MatchEvent)
        .where(MatchEvent.match_id == row.id, MatchEvent.what == what)
        .order_by(MatchEvent.at.desc())
        .limit(1)
    )
    event = act.session.scalar(found)
    if event is not None:
        act.session.delete(event)


def known_match(act: Act, match_id: UUID) -> Match:
    """Answer a match of people who are known here. Raises `Refused` without one."""
    known = select(Match).where(
        Match.id == match_id,
        is_known_to_me(Match.person_id),
        is_known_to_me(Match.visitor_id),
    )
    row = act.session.scalar(known)
    if row is None:
        raise Refused(Problem(UNKNOWN_MATCH))
    return row


def _write_traits(act: Act, wish_id: UUID, details: WishDetails) -> None:
    wanted = {(str(kind), str(code)) for kind, code in details.traits}
    for row in act.session.scalars(select(WishTrait).where(WishTrait.wish_id == wish_id)):
        if (row.kind, row.code) in wanted:
            wanted.remove((row.kind, row.code))
        else:
            act.session.delete(row)
    for kind, code in sorted(wanted):
        act.session.add(WishTrait(wish_id=wish_id, kind=kind, code=code))
