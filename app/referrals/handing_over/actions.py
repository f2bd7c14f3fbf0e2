"""Handing a matter over, saying what became of it, and asking to know whom it is about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from sqlalchemy import select

from app.access.actions import let_know
from app.clients.actions import UNKNOWN_CLIENT
from app.clients.queries import client_card
from app.consent.actions import check_institution_is_known
from app.consent.queries import standing_with
from app.consent.rules import check_answer
from app.drafts.actions import discard_draft
from app.errors import N_, Conflict, Problem, Refused
from app.escalation.chains import office_country
from app.letters.composing.rules import official_language
from app.office import CHANGED_MEANWHILE
from app.referrals.bases import bases, check_basis
from app.referrals.bases.rules import CONSENT
from app.referrals.handing_over import statements as ask
from app.referrals.handing_over.carried import period
from app.referrals.handing_over.queries import colleagues
from app.referrals.handing_over.reduced import reduced_view
from app.referrals.handing_over.rules import (
    NOT_SENDER,
    Fact,
    HandingKind,
    HandingState,
    RequestState,
    check_handing,
    check_handing_answer,
    check_received,
    check_request,
)
from app.referrals.office_only import need_office
from db.consent import Disclosure
from db.enquiry_access import is_visible
from db.handing_over import AccessRequest, Referral, ReferralEvent

if TYPE_CHECKING:
    from datetime import date

    from app.clients.queries import ClientCard
    from app.consent.queries import Asking
    from app.office import Act
    from app.referrals.handing_over.rules import Handing, HandingAnswer, Received

HANDING_FORM = "handing_over"
RECEIVED_FORM = "handing_received"
ANSWER_FORM = "handing_answer"
ACCESS_FORM = "access_request"
"""The forms in drafts; the subject is the person's id, or that of the matter."""

GONE = N_("This matter is no longer in the office.")
UNKNOWN_BODY = N_("This institution is no longer in the office.")
NOT_ASKED_HERE = N_("This office does not let receivers ask to open a card.")
KNOWN_ALREADY = N_("You may open this card already.")
DECIDED = N_("This request was decided already.")


def hand_over(act: Act, referral_id: UUID, person_id: UUID, form: Handing) -> UUID:
    """Hand a matter over, under an id that the form made; a second time changes nothing.

    Raises `Refused` for everything that is wrong, above all without a legal basis or consent
    that carries it; the sentence names rule and source.
    """
    if act.session.get(Referral, referral_id) is not None:
        return referral_id
    need_office(act)
    card = client_card(act.session.connection(), person_id)
    if card is None:
        raise Refused(Problem(UNKNOWN_CLIENT))
    today = act.local_now.date()
    _check(act, form, today)
    asking = _consent(act, person_id, form, today) if form.basis == CONSENT else None
    row = _row(act, referral_id, card, form, asking)
    if HandingKind(form.kind).leaves:
        row.disclosure_id = _register(act, row, form, asking)
    act.session.add(row)
    act.session.flush()
    _note_step(act, row, HandingState.SENT, "")
    discard_draft(act, HANDING_FORM, str(person_id))
    act.touch("referrals", referral_id)
    return referral_id


def receive_referral(act: Act, referral_id: UUID, person_id: UUID, form: Received) -> UUID:
    """Record a matter that another institution handed to the office; twice changes nothing.

    Nothing leaves by it: on what basis it came, its sender answers for. Raises `Refused` for
    everything that is wrong.
    """
    if act.session.get(Referral, referral_id) is not None:
        return referral_id
    need_office(act)
    connection, today = act.session.connection(), act.local_now.date()
    if client_card(connection, person_id) is None:
        raise Refused(Problem(UNKNOWN_CLIENT, "person_id"))
    problems = [*check_received(form, today, colleagues=frozenset(colleagues(connection)))]
    unknown = check_institution_is_known(act, form.from_institution_id)
    problems += (replace(problem, field="from_institution_id") for problem in unknown)
    if problems:
        raise Refused(*problems)
    row = Referral(
        id=referral_id,
        person_id=person_id,
        kind=form.kind,
        from_institution_id=form.from_institution_id,
        to_member=form.to_member.strip() or act.who,
        reason=form.reason.strip(),
        shown_text=form.told.strip(),
        basis="",
        state=HandingState.SENT,
        sent_on=form.on or today,
        sent_by=act.who,
        due_on=form.due_on,
    )
    act.session.add(row)
    act.session.flush()
    _note_step(act, row, HandingState.SENT, "")
    for subject in {"", str(person_id)}:
        discard_draft(act, RECEIVED_FORM, subject)
    act.touch("referrals", referral_id)
    return referral_id


def answer_referral(act: Act, referral_id: UUID, version: int, answer: HandingAnswer) -> UUID:
    """Keep what the receiver said, that it is done, or that it was taken back."""
    row = _seen(act, referral_id)
    if row.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    today = act.local_now.date()
    if problems := check_handing_answer(answer, row.state, row.sent_on, today):
        raise Refused(*problems)
    if answer.state == HandingState.REVOKED and not _may_revoke(row, act.who):
        raise Refused(Problem(NOT_SENDER, "state"))
    on = answer.on or today
    row.state = answer.state
    if answer.state == HandingState.DONE:
        row.done_on = on
    else:
        row.answered_on = on
    row.answer = answer.answer.strip() or row.answer
    row.answer_reason = answer.reason.strip()
    _note_step(act, row, HandingState(answer.state), answer.reason.strip() or answer.answer.strip())
    discard_draft(act, ANSWER_FORM, str(referral_id))
    act.touch("referrals", referral_id)
    return referral_id


def ask_for_access(act: Act, request_id: UUID, referral_id: UUID, reason: str) -> UUID:
    """Ask to open the card of whom a matter is about; only who was handed it can.

    Raises `Refused` for a short reason, where the office does not allow it, or where nothing
    is hidden.
    """
    if act.session.get(AccessRequest, request_id) is not None:
        return request_id
    if problems := check_request(reason):
        raise Refused(*problems)
    row = _seen(act, referral_id)
    country = office_country(act.session.connection())
    if not period(country, act.local_now.date()).may_ask:
        raise Refused(Problem(NOT_ASKED_HERE))
    if client_card(act.session.connection(), row.person_id) is not None:
        raise Refused(Problem(KNOWN_ALREADY))
    request = AccessRequest(
        id=request_id,
        person_id=row.person_id,
        who=act.who,
        at=act.now,
        reason=reason.strip(),
        state=RequestState.OPEN,
    )
    act.session.add(request)
    discard_draft(act, ACCESS_FORM, str(referral_id))
    act.touch("referrals", referral_id)
    return request_id


def decide_request(
    act: Act, request_id: UUID, version: int, *, grants: bool, until: date | None = None
) -> UUID:
    """Grant a request up to a last day (None without an end), or refuse it.

    Raises `Refused` for whoever may not restrict people, and for one's own request.
    """
    known = select(AccessRequest).where(
        AccessRequest.id == request_id,
        is_visible(AccessRequest.person_id),
        AccessRequest.who != act.who,
    )
    row = act.session.scalar(known)
    if row is None:
        raise Refused(Problem(GONE))
    if row.version != version:
        raise Conflict(Problem(CHANGED_MEANWHILE))
    if row.state != RequestState.OPEN:
        raise Refused(Problem(DECIDED))
    if grants:
        let_know(act, row.person_id, row.who, until, row.reason)
    row.state = RequestState.GRANTED if grants else RequestState.REFUSED
    row.decided_by, row.decided_at = act.who, act.now
    act.touch("referrals", request_id)
    return request_id


def _check(act: Act, form: Handing, today: date) -> None:
    connection = act.session.connection()
    problems = list(
        check_handing(form, today, me=act.who, colleagues=frozenset(colleagues(connection)))
    )
    kind = ""
    if form.to_institution_id is not None:
        body = connection.execute(
            ask.INSTITUTION, {"institution_id": form.to_institution_id}
        ).first()
        kind = body.kind if body is not None else ""
        if body is None:
            problems.append(Problem(UNKNOWN_BODY, "to_institution_id"))
    country = office_country(connection)
    problems += check_basis(bases(country), form.basis, form.kind, kind, today)
    if problems:
        raise Refused(*problems)


def _consent(act: Act, person_id: UUID, form: Handing, today: date) -> Asking:
    asking = standing_with(act.session.connection(), person_id, form.to_institution_id, "", today)
    if problems := check_answer(asking.answer, asking.name, asking.recipient, "basis"):
        raise Refused(*problems)
    return asking


def _row(
    act: Act, referral_id: UUID, card: ClientCard, form: Handing, asking: Asking | None
) -> Referral:
    language = official_language(office_country(act.session.connection()))
    leaves = HandingKind(form.kind).leaves
    chosen = [fact.value for fact in Fact if fact in form.facts]
    return Referral(
        id=referral_id,
        person_id=card.id,
        kind=form.kind,
        to_institution_id=form.to_institution_id if leaves else None,
        to_member="" if leaves else form.to_member.strip(),
        reason=form.reason.strip(),
        facts=" ".join(chosen),
        about=card.name if Fact.NAME in chosen else "",
        shown_text=reduced_view(card, chosen, language),
        basis=form.basis,
        consent_id=asking.answer.consent_id if asking else None,
        state=HandingState.SENT,
        sent_on=act.local_now.date(),
        sent_by=act.who,
        due_on=form.due_on,
    )


def _register(act: Act, row: Referral, form: Handing, asking: Asking | None) -> UUID:
    """Keep in the register that data left: which kinds, to whom, on what basis."""
    disclosure = Disclosure(
        id=uuid5(row.id, "disclosure"),
        person_id=row.person_id,
        at=act.now,
        who=act.who,
        institution_id=row.to_institution_id,
        purpose=form.kind,
        what=",".join(row.facts.split()) or "matter",
        basis=form.basis,
        consent_id=asking.answer.consent_id if asking else None,
    )
    act.session.add(disclosure)
    act.session.flush()
    act.touch("consent", disclosure.id)
    return disclosure.id


def _note_step(act: Act, row: Referral, state: HandingState, reason: str) -> None:
    step = ReferralEvent(
        id=uuid5(row.id, state), referral_id=row.id, at=act.now, who=act.who, state=state,
        reason=reason,
    )  # fmt: skip
    act.session.add(step)


def _may_revoke(row: Referral, who: str) -> bool:
    """Answer whether somebody takes a matter back: who was handed it by a colleague hands back."""
    is_inner = row.from_institution_id is None and row.to_institution_id is None
    return not is_inner or row.to_member != who or row.sent_by == who


def _seen(act: Act, referral_id: UUID) -> Referral:
    seen = select(Referral).where(Referral.id == referral_id, ask.IS_SEEN)
    row = act.session.scalar(seen)
    if row is None:
        raise Refused(Problem(GONE))
    return row
