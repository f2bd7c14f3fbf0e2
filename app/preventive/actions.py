"""What can be done about offers: record answers, accept with a visit, undo, keep letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drafts.actions import discard_draft
from app.errors import N_, Problem, Refused
from app.letters.mass.actions import keep_letters
from app.letters.mass.writing import letter_key
from app.preventive.offers import Before, Occasion, opened_offer, put_offer_back
from app.preventive.rules import Answer, OfferState, Way, check_answer
from app.preventive.rules.answers import HAS_VISIT, IS_VISITED
from app.visiting.actions import plan_visit
from app.visiting.rules import VisitStatus
from db.letters import LetterRun
from db.preventive import PreventiveOffer
from db.visiting import Visit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from app.letters.mass.rules import RunWish
    from app.letters.mass.running import Finished
    from app.office import Act
    from app.visiting.rules import VisitPlan

ANSWER_FORM = "preventive_answer"
"""The form of an answer in drafts; the subject is the person."""
VISIT_FORM = "preventive_visit"
"""The form of the visit that somebody accepted; the subject is the person."""

NOBODY = N_("Nobody is chosen.")


def record_answer(act: Act, occasion: Occasion, answer: Answer) -> UUID:
    """Record what came of a visit that is due; answer the key of its offer.

    Raises `Refused` beside the fields of `Answer`, `Conflict` when others changed it.
    """
    _record(act, occasion, answer)
    discard_draft(act, ANSWER_FORM, str(occasion.person_id))
    return occasion.id


def record_answers(act: Act, occasions: Sequence[Occasion], answer: Answer) -> tuple[Before, ...]:
    """Record the same for several people, all or none; answer with what that is undone."""
    if not occasions:
        raise Refused(Problem(NOBODY))
    changed = [_record(act, occasion, answer) for occasion in occasions]
    act.session.flush()
    return tuple(Before(row.id, row.version, before) for row, before in changed)


def undo_answers(act: Act, before: Sequence[Before]) -> None:
    """Let offers be as they were; raises `Conflict` when others changed one since."""
    for each in before:
        put_offer_back(act, each)
        act.touch("preventive", each.offer_id)


def accept_with_visit(act: Act, occasion: Occasion, visit_id: UUID, plan: VisitPlan) -> UUID:
    """Note that somebody accepts, and plan the visit under an id made before; answer the offer.

    Raises `Refused` beside the fields of the plan, as planning does.
    """
    row, _before = opened_offer(act, occasion)
    _need_open(act, row)
    # Without the draft of the general form: this one has its own.
    plan_visit(act, visit_id, plan, f"{VISIT_FORM} {occasion.id}")
    act.session.flush()
    today = act.local_now.date()
    row.state, row.visit_id = OfferState.ACCEPTED.value, visit_id
    row.answered_on = row.answered_on or today
    row.reason = ""
    discard_draft(act, VISIT_FORM, str(occasion.person_id))
    act.touch("preventive", occasion.id)
    return occasion.id


def keep_offer_letters(
    act: Act,
    run_id: UUID,
    wish: RunWish,
    made: Sequence[Finished],
    occasions: Mapping[UUID, Occasion],
    *,
    is_reminder: bool = False,
) -> None:
    """Keep letters of a wave, and in the same transaction that the visits are offered.

    `occasions` are by person. The same letters again change nothing; whoever got an offer from
    another wave meanwhile gets no second letter.
    """
    wanted = [one for one in made if _is_wanted(act, run_id, one, occasions, is_reminder)]
    keep_letters(act, run_id, wish, wanted)
    run = act.session.get(LetterRun, run_id)
    if run is not None:
        # Whoever got no letter is still due: the next wave tries again, not the list of mailings.
        run.wish = ""
    act.session.flush()
    for one in wanted:
        if one.file is not None:
            _note_letter(act, letter_key(run_id, one.first), occasions[one.first], is_reminder)


def _record(
    act: Act, occasion: Occasion, answer: Answer
) -> tuple[PreventiveOffer, dict[str, object] | None]:
    today = act.local_now.date()
    if problems := check_answer(answer, today):
        raise Refused(*problems)
    row, before = opened_offer(act, occasion)
    _need_open(act, row)
    _write(row, answer, today)
    act.touch("preventive", occasion.id)
    return row, before


def _write(row: PreventiveOffer, answer: Answer, today: date) -> None:
    state, day = OfferState(answer.state), answer.on or today
    row.state, row.note = state.value, answer.note.strip()
    row.reason = answer.reason if state is OfferState.DECLINED else ""
    row.way = answer.way if state is OfferState.VISITED else Way.HOME
    row.visited_on = day if state is OfferState.VISITED else None
    if state is OfferState.DUE:
        row.offered_on = row.answered_on = row.reminded_on = row.next_due = None
    elif state is OfferState.OFFERED:
        row.offered_on, row.answered_on, row.next_due = day, None, None
    elif state is not OfferState.EXEMPT:
        row.offered_on = row.offered_on or day
        row.answered_on = day
        row.next_due = answer.again_on if state is OfferState.MOVED else row.next_due
    if state is not OfferState.ACCEPTED:
        row.visit_id = None


def _need_open(act: Act, row: PreventiveOffer) -> None:
    """Refuse to change an offer whose visit is planned or was held: that stands on the visit."""
    visit = act.session.get(Visit, row.visit_id) if row.visit_id is not None else None
    if visit is not None and visit.status == VisitStatus.HELD:
        raise Refused(Problem(IS_VISITED, "state"))
    if visit is not None and visit.status == VisitStatus.PLANNED:
        raise Refused(Problem(HAS_VISIT, "state", {"day": visit.planned_start}))


def _is_wanted(
    act: Act,
    run_id: UUID,
    one: Finished,
    occasions: Mapping[UUID, Occasion],
    is_reminder: bool,  # noqa: FBT001 - handed on
) -> bool:
    occasion = occasions.get(one.first)
    if occasion is None:
        return False
    row = act.session.get(PreventiveOffer, occasion.id)
    if row is None:
        return not is_reminder
    letter = row.reminder_id if is_reminder else row.letter_id
    if letter is not None and letter != letter_key(run_id, one.first):
        # A moved visit is offered again once its day has come.
        return not is_reminder and row.state == OfferState.MOVED.value
    waits = {OfferState.OFFERED} if is_reminder else {OfferState.DUE, OfferState.MOVED}
    return letter is not None or row.state in waits


def _note_letter(
    act: Act,
    letter_id: UUID,
    occasion: Occasion,
    is_reminder: bool,  # noqa: FBT001 - handed on
) -> None:
    row = act.session.get(PreventiveOffer, occasion.id)
    if row is None:
        row, _before = opened_offer(act, occasion)
    today = act.local_now.date()
    if is_reminder:
        if row.reminder_id != letter_id:
            row.reminder_id, row.reminded_on = letter_id, today
    elif row.letter_id != letter_id:
        row.letter_id, row.offered_on = letter_id, today
        row.state, row.answered_on, row.reminded_on = OfferState.OFFERED.value, None, None
        row.reminder_id = None
    act.touch("preventive", occasion.id)
