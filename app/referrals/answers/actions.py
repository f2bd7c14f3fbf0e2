"""Answering an enquiry: checked, said, kept as it was shown, journalised and registered at once."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID, uuid5

from sqlalchemy import select

from app.drafts.actions import discard_draft
from app.errors import Refused
from app.journal.actions import write_note
from app.journal.rules import Access, NoteEntry
from app.journal.rules.words import Medium
from app.referrals.answers.desk import answer_desk, check_answer, shown_answer
from app.referrals.answers.paper import answer_letter
from app.referrals.answers.rules import AnswerChannel, DisclosureClass
from app.referrals.bases.rules import CONSENT, GENERAL
from app.referrals.enquiries.rules.clock import Standing, next_due
from app.referrals.enquiries.rules.words import EnquiryState, later
from db.answers import Answer
from db.consent import Disclosure
from db.letters import Letter
from db.referrals import Enquiry

if TYPE_CHECKING:
    from app.office import Act
    from app.referrals.answers.desk import AnswerDesk
    from app.referrals.answers.rules import AnswerForm

ANSWER_FORM = "enquiry_answer"
"""The form in drafts; the subject is the enquiry's id."""
LETTER_TEMPLATE = "enquiry_answer"
"""What such a letter is called in a person's history."""
TOLD = "answer"
"""What a disclosure says that was passed on."""


class Answered(NamedTuple):
    """What was said, and on which pages."""

    id: UUID
    shown_text: str
    pdf: bytes


def give_answer(act: Act, answer_id: UUID, enquiry_id: UUID, form: AnswerForm) -> Answered:
    """Answer whoever enquired, under an id that the form made; a second time changes nothing.

    Raises `Refused` with a sentence for everything that the class does not allow, naming the
    rule and its source.
    """
    kept = act.session.get(Answer, answer_id)
    if kept is not None:
        return Answered(answer_id, kept.shown_text, _pages(act, kept))
    today = act.local_now.date()
    desk = answer_desk(act.session.connection(), enquiry_id, today)
    if problems := check_answer(desk, form):
        raise Refused(*problems)
    text = shown_answer(desk, form)
    is_letter = form.channel == AnswerChannel.LETTER
    pdf = answer_letter(desk, form, today) if is_letter else b""
    row = _row(act, answer_id, desk, form, text)
    _keep_pages(act, row, desk, pdf)
    if desk.person_id is not None:
        row.note_id = _journalise(act, answer_id, desk.person_id, text)
        row.disclosure_id = _register(act, answer_id, desk, row)
    act.session.add(row)
    _mark(act, enquiry_id)
    discard_draft(act, ANSWER_FORM, str(enquiry_id))
    act.touch("referrals", enquiry_id)
    return Answered(answer_id, text, pdf)


def _row(act: Act, answer_id: UUID, desk: AnswerDesk, form: AnswerForm, text: str) -> Answer:
    told = DisclosureClass(form.disclosure_class)
    return Answer(
        id=answer_id,
        enquiry_id=desk.enquiry_id,
        at=act.now,
        who=act.who,
        channel=form.channel,
        institution_id=desk.institution_id,
        recipient=form.recipient.strip() or desk.recipient,
        disclosure_class=told,
        language=form.language or desk.language,
        blocks=" ".join(form.blocks),
        free_text=form.free_text.strip() if told.is_free else "",
        consent_id=desk.consent.consent_id if told.needs_consent else None,
        shown_text=text,
        basis=CONSENT if told.needs_consent else GENERAL,
    )


def _keep_pages(act: Act, row: Answer, desk: AnswerDesk, pdf: bytes) -> None:
    """Keep a letter in the history of the person, or with the answer where there is no file."""
    if not pdf:
        return
    row.sha256 = sha256(pdf).hexdigest()
    if desk.person_id is None:
        row.pdf = pdf
        return
    letter = Letter(
        id=uuid5(row.id, "letter"),
        client_id=desk.person_id,
        template=LETTER_TEMPLATE,
        language=row.language,
        subject=desk.number,
        written_at=act.now,
        author=act.who,
        sha256=row.sha256,
        pdf=pdf,
    )
    act.session.add(letter)
    act.session.flush()
    row.letter_id = letter.id
    act.touch("letters", letter.id)


def _journalise(act: Act, answer_id: UUID, person_id: UUID, text: str) -> UUID:
    entry = NoteEntry(
        people=(person_id,),
        text=text,
        happened_at=act.local_now,
        medium=Medium.THIRD_PARTY,  # no contact with the person herself
        access=Access.TEAM,
    )
    return write_note(act, uuid5(answer_id, "note"), entry)


def _register(act: Act, answer_id: UUID, desk: AnswerDesk, row: Answer) -> UUID | None:
    """Keep that data about the person left, where the class tells any."""
    if row.basis == GENERAL:
        return None
    disclosure = Disclosure(
        id=uuid5(answer_id, "disclosure"),
        person_id=desk.person_id,
        at=act.now,
        who=act.who,
        institution_id=desk.institution_id,
        recipient="" if desk.institution_id else row.recipient,
        purpose=desk.number,
        what=TOLD,
        basis=CONSENT,
        consent_id=row.consent_id,
    )
    act.session.add(disclosure)
    act.session.flush()
    act.touch("consent", disclosure.id)
    return disclosure.id


def _mark(act: Act, enquiry_id: UUID) -> None:
    """Say on the enquiry that it was answered, so that it may be closed."""
    enquiry = act.session.scalars(select(Enquiry).where(Enquiry.id == enquiry_id)).one()
    if enquiry.answered_at is None:
        enquiry.answered_at = act.now
    enquiry.state = later(enquiry.state, EnquiryState.ANSWERED)
    child = enquiry.child_due
    enquiry.next_due = next_due(
        Standing(
            receipt_due=enquiry.receipt_due,
            is_answered=True,
            assessment_due=enquiry.assessment_due,
            is_assessed=enquiry.assessed_on is not None,
            child_due=child.astimezone().date() if child is not None else None,
            is_routed=enquiry.child_routed_at is not None,
            is_closed=enquiry.closed_at is not None,
        )
    )


def _pages(act: Act, kept: Answer) -> bytes:
    if kept.pdf is not None:
        return kept.pdf
    letter = act.session.get(Letter, kept.letter_id) if kept.letter_id else None
    return letter.pdf if letter is not None else b""
