"""Everything that an answer is composed with: enquiry, recipient, consent, and the record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.clients.rules import Address, address_lines
from app.consent.queries import Asking, standing_with
from app.consent.rules import ConsentAnswer, Standing
from app.errors import N_, Problem, Refused
from app.escalation.chains import emergency_numbers
from app.letters.composing.facts import office_of
from app.letters.composing.rules import official_language
from app.referrals.answers import statements as ask
from app.referrals.answers.carried import answer_texts, secret_rules
from app.referrals.answers.rules import (
    NO_PERSON,
    NO_RECIPIENT,
    AnswerForm,
    DisclosureClass,
    Frame,
    RecordWords,
    SecretRules,
    check_form,
    check_leaks,
    find_leaks,
    ready_record,
    shown,
)
from forms.dates import plain_day

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection, Row

    from app.letters.composing.values import Office

    AnyRow = Row[*tuple[Any, ...]]

GONE = N_("This enquiry is no longer in the office.")
_UNASKED = ConsentAnswer(Standing.MISSING)


@dataclass(frozen=True, slots=True)
class AnswerDesk:
    """What the form of an answer knows; enough to show every preview without asking again."""

    enquiry_id: UUID
    number: str
    received_on: date
    person_id: UUID | None
    institution_id: UUID | None
    recipient: str
    """Who enquired, in words."""
    address: tuple[str, ...]
    """Where a letter goes, line by line, the recipient first; empty where nobody knows."""
    email: str
    phone: str
    country: str
    """Of the office."""
    language: str
    """That of the office's country."""
    consent: ConsentAnswer
    """What the person said to passing data on to this recipient."""
    rules: SecretRules
    record: RecordWords
    told: str
    """What the recipient said, or knows anyway."""
    office: Office
    who: str

    @property
    def is_open(self) -> bool:
        """Whether a consent of the person names this recipient."""
        return self.consent.holds

    def frame(self, language: str) -> Frame:
        """Answer what an answer says besides, in a language."""
        numbers = emergency_numbers(self.country, self.received_on)
        first = next((one.number for one in numbers if one.is_emergency), "112")
        values = {"day": plain_day(self.received_on, language), "emergency": first}
        return Frame(self.number, values, self.who, self.office.sender.name)


def answer_desk(connection: Connection, enquiry_id: UUID, today: date) -> AnswerDesk:
    """Answer what the form of an answer knows; raises `Refused` when the enquiry is gone."""
    row = connection.execute(ask.ENQUIRY, {"enquiry_id": enquiry_id}).first()
    if row is None:
        raise Refused(Problem(GONE))
    office = office_of(connection)
    rules = secret_rules(office.country)
    recipient = row.institution or row.reporter_name
    asking = _asked(connection, row, today)
    return AnswerDesk(
        enquiry_id=row.id,
        number=row.number,
        received_on=row.received_at.astimezone().date(),
        person_id=row.person_id,
        institution_id=row.institution_id,
        recipient=recipient,
        address=_address(row, office.country),
        email=row.reporter_email or row.caller_email or row.email or "",
        phone=row.reporter_phone or row.caller_phone or row.phone or "",
        country=office.country,
        language=official_language(office.country),
        consent=asking.answer if asking else _UNASKED,
        rules=rules,
        record=_record(connection, row, rules),
        told=f"{row.observed} {row.done_so_far} {row.about_name} {recipient} {row.number}",
        office=office,
        who=connection.scalar(ask.ME_AT_WORK) or "",
    )


def check_answer(desk: AnswerDesk, form: AnswerForm) -> tuple[Problem, ...]:
    """Answer everything that stands against an answer: its class, its words, its recipient."""
    language = form.language or desk.language
    texts = answer_texts(language)
    name = form.recipient.strip() or desk.recipient
    if not name and form.channel != "phone":
        return (Problem(NO_RECIPIENT, "recipient"),)
    rule = {"law": desk.rules.law, "source": desk.rules.source}
    problems = check_form(
        form, texts, desk.rules.law, desk.rules.source, is_open=desk.is_open, recipient=name
    )
    needs = form.disclosure_class in {one for one in DisclosureClass if one.needs_consent}
    if needs and desk.person_id is None:
        problems = (Problem(NO_PERSON, "disclosure_class", rule),)
    return (*problems, *_leaks(desk, form))


def _leaks(desk: AnswerDesk, form: AnswerForm) -> tuple[Problem, ...]:
    fixed = (block.text for block in answer_texts(form.language or desk.language).blocks)
    told = " ".join((desk.told, *fixed))
    found = find_leaks(form.free_text, desk.rules, desk.record, scope=desk.consent.scope, told=told)
    # Whom it goes to is kept with it, and stands on the envelope.
    named = find_leaks(form.recipient, desk.rules, desk.record, told=told)
    return (
        *check_leaks(found, desk.rules, "free_text"),
        *check_leaks(named, desk.rules, "recipient"),
    )


def shown_answer(desk: AnswerDesk, form: AnswerForm) -> str:
    """Answer every word that the recipient reads or hears; for the preview and for keeping."""
    language = form.language or desk.language
    return shown(form, answer_texts(language), desk.frame(language))


def _asked(connection: Connection, row: AnyRow, today: date) -> Asking | None:
    if row.person_id is None or not (row.institution_id or row.reporter_name):
        return None
    words = "" if row.institution_id else row.reporter_name
    return standing_with(connection, row.person_id, row.institution_id, words, today)


def _record(connection: Connection, row: AnyRow, rules: SecretRules) -> RecordWords:
    own = [row.assessment, row.outcome_note]
    if row.person_id is None:
        return ready_record(rules, (), own, ())
    values = {"person_id": row.person_id}
    more = connection.execute(ask.OUTCOMES, values)
    outcomes = [*own, *(text for found in more for text in found)]
    bodies = {name for name in connection.scalars(ask.BODIES, values) if name != row.institution}
    return ready_record(rules, connection.scalars(ask.FILE, values), outcomes, bodies)


def _address(row: AnyRow, country: str) -> tuple[str, ...]:
    if not row.institution or not (row.street and row.postal_code and row.city):
        return ()
    address = Address(
        country=row.to_country,
        care_of=row.care_of,
        street=row.street,
        house_number=row.house_number,
        floor=row.floor,
        door=row.door,
        postal_code=row.postal_code,
        city=row.city,
    )
    name = "" if row.is_anonymous else row.reporter_name or row.caller or ""
    return (row.institution, *filter(None, (name,)), *address_lines(address, sent_from=country))
