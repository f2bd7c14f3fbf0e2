"""What can be done with enquiries: record, change, assess, route to the children, close."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm.attributes import flag_modified

from app.codes.queries import own_codes
from app.drafts.actions import discard_draft
from app.errors import N_, Conflict, Problem, Refused
from app.office import CHANGED_MEANWHILE
from app.referrals.enquiries.config import clock_here, words_here
from app.referrals.enquiries.rules import (
    OUTCOMES,
    EnquiryState,
    check_closing,
    later,
    may_close,
)
from app.referrals.enquiries.writing import (
    is_about_child,
    new_card,
    number_of,
    refuse_wrong,
    set_next,
    take_person,
    write,
)
from app.referrals.office_only import need_office
from app.text_rules import NAME_LENGTH, NOTE_LENGTH, check_text, is_blank
from db.answers import Answer
from db.enquiry_access import is_visible
from db.referrals import Enquiry, HousingCase

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act
    from app.referrals.enquiries.rules import Closing, EnquiryDetails

ENQUIRY_FORM = "enquiry"
"""The form of an enquiry in drafts; the subject is its id, "" for a new one."""
ASSESSMENT_FORM = "enquiry_assessment"
"""The form of an assessment in drafts; the subject is the enquiry's id."""
CLOSING_FORM = "enquiry_closing"
"""The form that closes an enquiry in drafts; the subject is its id."""

ENQUIRY_IS_GONE = N_("This enquiry is no longer in the office.")
IS_CLOSED = N_("This enquiry is closed. Open it again first.")
IS_OPEN = N_("This enquiry is open already.")
NO_ASSESSMENT = N_("Say in a few words how you judge it.")
NOT_ABOUT_CHILD = N_("No concern of this enquiry is about a child.")
NO_NAME = N_("Nobody was named yet. Write the name into the enquiry first.")
NOT_OFFERED = N_("Please choose one of the entries offered.")


def record_enquiry(act: Act, enquiry_id: UUID, details: EnquiryDetails) -> UUID:
    """Record an enquiry under an id that the form made; a second time changes nothing.

    Raises `Refused` with a problem for each wrong field.
    """
    if act.session.get(Enquiry, enquiry_id) is not None:
        return enquiry_id
    need_office(act)
    refuse_wrong(act, details)
    row = Enquiry(
        id=enquiry_id,
        number=number_of(enquiry_id, act.local_now.date()),
        received_by=act.who,
        is_anonymous=details.is_anonymous,
        named_later=False,
        state=EnquiryState.NEW,
        responsible="",
        words="",
    )
    write(act, row, details)
    discard_draft(act, ENQUIRY_FORM, "")
    act.touch("referrals", enquiry_id)
    return enquiry_id


def save_enquiry(act: Act, enquiry_id: UUID, version: int, details: EnquiryDetails) -> UUID:
    """Change an enquiry as it was read with `version`; what is due is counted anew."""
    row = _opened(act, enquiry_id, version)
    refuse_wrong(act, details)
    # Concerns stand in rows of their own: whoever changes only those counts a version, too.
    flag_modified(row, "observed")
    write(act, row, details)
    _tell_cases(act, row)
    discard_draft(act, ENQUIRY_FORM, str(enquiry_id))
    act.touch("referrals", enquiry_id)
    return enquiry_id


def assess_enquiry(act: Act, enquiry_id: UUID, version: int, assessment: str) -> UUID:
    """Say how the office judges an enquiry; the first time the day is kept."""
    row = _opened(act, enquiry_id, version)
    wrong = check_text(assessment, "assessment", longest=NOTE_LENGTH, lines=True)
    if is_blank(assessment):
        wrong = (Problem(NO_ASSESSMENT, "assessment"),)
    _refuse(*wrong)
    row.assessment = assessment.strip()
    row.assessed_on = row.assessed_on or act.local_now.date()
    row.assessed_by = row.assessed_by or act.who
    _reach(row, EnquiryState.ASSESSED)
    discard_draft(act, ASSESSMENT_FORM, str(enquiry_id))
    act.touch("referrals", enquiry_id)
    return enquiry_id


def route_child(act: Act, enquiry_id: UUID, version: int, to: str = "") -> UUID:
    """Say that the children's channel was told, and who took it there.

    Raises `Refused` where no concern is about a child.
    """
    row = _opened(act, enquiry_id, version)
    if not is_about_child(act, enquiry_id):
        raise Refused(Problem(NOT_ABOUT_CHILD))
    _refuse(*check_text(to, "child_routed_to", longest=NAME_LENGTH))
    usual = words_here(act.session.connection(), act.local_now.date()).child_channel
    row.child_routed_at = row.child_routed_at or act.now
    row.child_routed_to = to.strip() or usual
    set_next(row)
    act.touch("referrals", enquiry_id)
    return enquiry_id


def take_back_routing(act: Act, enquiry_id: UUID) -> UUID:
    """Take back that the children's channel was told."""
    row = known_enquiry(act, enquiry_id)
    _need_open(row)
    row.child_routed_at, row.child_routed_to = None, ""
    set_next(row)
    act.touch("referrals", enquiry_id)
    return enquiry_id


def name_person(act: Act, enquiry_id: UUID, version: int, person_id: UUID | None) -> UUID:
    """Say whose card an enquiry is about, or that it is nobody's after all."""
    row = _opened(act, enquiry_id, version)
    take_person(act, row, person_id)
    _tell_cases(act, row)
    act.touch("referrals", enquiry_id)
    return enquiry_id


def make_card(act: Act, enquiry_id: UUID, version: int) -> UUID:
    """Make a card for whoever was named, with the home; answer the person."""
    row = _opened(act, enquiry_id, version)
    if row.person_id is not None:
        return row.person_id
    if is_blank(row.about_name):
        raise Refused(Problem(NO_NAME))
    made = new_card(act, f"about {enquiry_id.hex}", row)
    take_person(act, row, made)
    _tell_cases(act, row)
    act.touch("referrals", enquiry_id)
    return made


def close_enquiry(act: Act, enquiry_id: UUID, version: int, closing: Closing) -> UUID:
    """Close an enquiry with what came of it, which stays in the office.

    Raises `Refused` while nobody answered the reporter, or the children's channel waits.
    """
    row = _opened(act, enquiry_id, version)
    rules = clock_here(act.session.connection(), act.local_now.date())
    known = {*OUTCOMES.delivered, *own_codes(act.session.connection(), OUTCOMES.name)}
    problems = [
        *may_close(
            count_answers(act, enquiry_id),
            rules,
            is_about_child=is_about_child(act, enquiry_id),
            is_routed=row.child_routed_at is not None,
        ),
        *check_closing(closing),
    ]
    if closing.outcome and closing.outcome not in known:
        problems.append(Problem(NOT_OFFERED, "outcome"))
    _refuse(*problems)
    row.outcome, row.outcome_note = closing.outcome, closing.note.strip()
    row.state, row.closed_at, row.closed_by = EnquiryState.CLOSED, act.now, act.who
    set_next(row)
    discard_draft(act, CLOSING_FORM, str(enquiry_id))
    act.touch("referrals", enquiry_id)
    return enquiry_id


def reopen_enquiry(act: Act, enquiry_id: UUID) -> UUID:
    """Open a closed enquiry again; what came of it stays until it is closed anew."""
    row = known_enquiry(act, enquiry_id)
    if row.state != EnquiryState.CLOSED:
        raise Refused(Problem(IS_OPEN))
    row.state = EnquiryState.IN_WORK
    row.closed_at, row.closed_by = None, ""
    set_next(row)
    act.touch("referrals", enquiry_id)
    return enquiry_id


def note_followed(act: Act, enquiry_id: UUID) -> None:
    """Say that something followed from an enquiry; the clock of its answer goes on."""
    row = known_enquiry(act, enquiry_id)
    _reach(row, EnquiryState.IN_WORK)
    set_next(row)
    act.touch("referrals", enquiry_id)


def count_answers(act: Act, enquiry_id: UUID) -> int:
    """Answer how many answers of an enquiry are logged."""
    counted = select(func.count()).select_from(Answer).where(Answer.enquiry_id == enquiry_id)
    return int(act.session.scalar(counted) or 0)


def known_enquiry(act: Act, enquiry_id: UUID) -> Enquiry:
    """Answer an enquiry of which the person at work may know. Raises `Refused` without one."""
    known = select(Enquiry).where(Enquiry.id == enquiry_id, is_visible(Enquiry.person_id))
    row = act.session.scalar(known)
    if row is None:
        raise Refused(Problem(ENQUIRY_IS_GONE))
    return row


def _opened(act: Act, enquiry_id: UUID, version: int) -> Enquiry:
    row = known_enquiry(act, enquiry_id)
    if row.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    _need_open(row)
    return row


def _need_open(row: Enquiry) -> None:
    if row.state == EnquiryState.CLOSED:
        raise Refused(Problem(IS_CLOSED))


def _reach(row: Enquiry, state: EnquiryState) -> None:
    row.state = later(row.state, state)
    set_next(row)


def _tell_cases(act: Act, row: Enquiry) -> None:
    """Let the housing cases of an enquiry be about the same person: they go with that file."""
    cases = select(HousingCase).where(HousingCase.enquiry_id == row.id)
    for case in act.session.scalars(cases):
        case.person_id = row.person_id


def _refuse(*problems: Problem) -> None:
    if problems:
        raise Refused(*problems)
