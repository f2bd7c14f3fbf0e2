"""The facts of one letter: everything is gathered, checked and put in, or refused with reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from app.clients.rules import PersonStatus, why_no_letter
from app.errors import N_, Problem, Refused
from app.letters import statements as common_ask
from app.letters.composing.addressees import Addressee, Recipients, addressees, homes
from app.letters.composing.checking import check_frame, check_state, check_typed, marks_in
from app.letters.composing.compose import Words, compose
from app.letters.composing.greetings import (
    address_field,
    all_names,
    household_greeting,
    salutation_of,
)
from app.letters.composing.legal import check_legal, legal_of
from app.letters.composing.rules import (
    OF_STATE,
    ONE_PERSON,
    Choice,
    Settled,
    Wishes,
    check_settled,
    official_language,
    remarks,
    settle,
)
from app.letters.composing.states import federal_state
from app.letters.composing.templates import Template, template
from app.letters.composing.values import (
    MAY_BE_TYPED,
    VISIT_FIELDS,
    Occasion,
    Office,
    field_values,
)
from app.letters.facts import check_complete, occasion_row, sender_of
from app.letters.letterhead.queries import office_logo
from app.letters.rules import ADDRESS_IS_PROTECTED, NO_VISIT_PLANNED, check_visit
from app.letters.templates.delivered import common_text, common_words
from app.letters.templates.rules import NOT_REVIEWED, Kind
from forms.dates import plain_day
from forms.letters.composed import ComposedLetter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection, Row, Select

    from forms.letters.composed import Version

    AnyRow = Row[*tuple[Any, ...]]

GONE = N_("This person no longer exists.")
NO_VISIT_BEFORE = N_("No visit to this person is known that this letter could be about.")

LOOK_BACK = frozenset({"missed_you"})
"""Letters about a visit that has been, not about one to come."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A letter that may be drawn, and what should be looked at before it leaves."""

    letter: ComposedLetter
    settled: Settled
    remarks: tuple[Problem, ...]
    visit_id: UUID | None


@dataclass(frozen=True, slots=True)
class Materials:
    """What all letters of one template share."""

    office: Office
    template: Template
    today: date


def letter_facts(
    connection: Connection, person_id: UUID, code: str, choice: Choice, today: date
) -> Composed:
    """Answer one letter to a person, or to the household that she or he lives in.

    Raises `Refused` with everything that stands against it, each beside its field.
    """
    materials = Materials(office_of(connection), template(connection, code), today)
    to = recipients_of(connection, person_id, choice, today)
    return composed(materials, to, choice, visit_of(connection, materials, to.first, choice))


def recipients_of(
    connection: Connection, person_id: UUID, choice: Choice, today: date
) -> Recipients:
    """Answer to whom a letter goes; raises `Refused` when there is no such person."""
    home = homes(connection, (person_id,), today).get(person_id) if choice.to_household else None
    wanted = (person_id, *(one for one in home.members if one != person_id)) if home else ()
    known = addressees(connection, wanted or (person_id,), today)
    if person_id not in known:
        raise Refused(Problem(GONE))
    if home is None:
        return Recipients((known[person_id],))
    there = [known[one] for one in home.members if one in known]
    return Recipients(tuple(_at_home(known[person_id], there, today)), home.name)


def _at_home(first: Addressee, members: Sequence[Addressee], today: date) -> list[Addressee]:
    """Answer who of a household is written to: the living whose letters go to one address."""
    others = [
        one
        for one in members
        if one.id != first.id
        and one.address == first.address
        and one.standing.on(today) not in {PersonStatus.DECEASED, PersonStatus.MOVED}
    ]
    return [first, *others]


def office_of(connection: Connection) -> Office:
    """Answer the office that writes."""
    card = connection.execute(common_ask.OFFICE).one()
    return Office(sender_of(card), card.country, office_logo(connection), federal_state(connection))


def visit_of(
    connection: Connection, materials: Materials, person: Addressee, choice: Choice
) -> AnyRow | None:
    """Answer the visit that a letter is about; None where its template knows of none.

    Raises `Refused` when none is planned, or the chosen one cannot be announced.
    """
    if not asks_for_visit(materials.template):
        return None
    looks_back = materials.template.row.code in LOOK_BACK
    question = common_ask.LAST_VISIT if looks_back else common_ask.NEXT_VISIT
    visit_id = choice.visit_id or _visit_id(connection, question, person.id, materials.today)
    if visit_id is None:
        raise Refused(Problem(NO_VISIT_BEFORE if looks_back else NO_VISIT_PLANNED, "visit_id"))
    row = occasion_row(connection, visit_id)
    problems = check_visit(row.status, row.planned_start, materials.today)
    if problems and not looks_back:
        raise Refused(*problems)
    return row


def _visit_id(
    connection: Connection, question: Select[UUID], person_id: UUID, today: date
) -> UUID | None:
    day = datetime.combine(today, time.min)
    values = {"client_id": person_id, "after": day, "before": day + timedelta(days=1)}
    return connection.execute(question, values).scalar_one_or_none()


def asks_for_visit(chosen: Template) -> bool:
    """Answer whether a template has fields of a visit."""
    return any(version.text.fields() & VISIT_FIELDS for version in chosen.versions.values())


def composed(
    materials: Materials, to: Recipients, choice: Choice, visit: AnyRow | None
) -> Composed:
    """Answer one letter out of what was gathered; asks nothing."""
    wishes = wishes_of(materials, to.first)
    settled = settle(choice, wishes)
    problems = (
        *check_settled(settled, wishes),
        *_check_people(to, choice, materials),
        *check_typed(choice.typed),
        *check_frame(choice),
        *check_state(materials.office, materials.template),
    )
    if problems:
        raise Refused(*problems)
    typed = {code: text for code, text in choice.typed if code in MAY_BE_TYPED}
    posted = choice.posted_on or materials.today
    is_decision = materials.template.row.kind is Kind.DECISION
    occasion = Occasion(materials.today, posted, typed, visit, is_decision=is_decision)
    is_double = bool(settled.second)
    first = _version(materials, to, occasion, settled.language, binding=is_double)
    second = _version(materials, to, occasion, settled.second, binding=True) if is_double else None
    pauses = to.first.standing.on(materials.today) is PersonStatus.PAUSED
    return Composed(
        _letter(materials, to, settled, (first, second), choice),
        settled,
        (
            *remarks(settled, wishes, _said_of(materials.template, settled), pauses=pauses),
            *marks_in(tuple(typed.items())),
        ),
        visit.id if visit is not None else None,
    )


def _said_of(chosen: Template, settled: Settled) -> list[str]:
    """Answer what is to be said of the versions that are used."""
    used = [chosen.versions[tag] for tag in (settled.language, settled.second) if tag]
    unread = [NOT_REVIEWED for version in used if not version.is_reviewed]
    return [*unread, *(OF_STATE[each.state] for each in used if each.state in OF_STATE)]


def wishes_of(materials: Materials, person: Addressee) -> Wishes:
    """Answer what is known of a letter before anybody chooses."""
    return Wishes(
        person.language,
        person.letter_format,
        materials.office.country,
        materials.template.versions.keys(),
        materials.template.row.is_binding,
    )


def _check_people(to: Recipients, choice: Choice, materials: Materials) -> list[Problem]:
    first = to.first
    problems = [*check_complete(first.address)]
    if why := why_no_letter(first.standing, materials.today, first.name):
        problems.insert(0, why)
    if any(one.is_protected for one in to.people) and not choice.confirmed_protected:
        problems.append(Problem(ADDRESS_IS_PROTECTED, "confirmed_protected"))
    if choice.to_household and materials.template.row.is_personal:
        problems.append(Problem(ONE_PERSON, "to_household"))
    return problems


def _version(
    materials: Materials,
    to: Recipients,
    occasion: Occasion,
    language: str,
    *,
    binding: bool = False,
) -> Version:
    """Answer what the letter says in a language; `binding` adds which of two counts."""
    common = common_words(language)
    place = occasion.visit.place if occasion.visit is not None else ""
    where = common.get(f"where.{place}", "")
    values = field_values(to.first, materials.office, occasion, language, where)
    text = materials.template.versions[language].text
    official = official_language(materials.office.country)
    row = materials.template.row
    legal = None
    if language == official:
        legal = legal_of(row.legal, materials.office.country, occasion.posted_on)
    if legal is not None and (problems := check_legal(legal, text, materials.office, values)):
        raise Refused(*problems)
    words = Words(
        language,
        text,
        values | ({"name": all_names(to)} if len(to.people) > 1 else {}),
        common_text(language),
        greeting=household_greeting(to, language),
        salutation=salutation_of(to),
        place=place,
        legal=legal,
        binding=common.get(f"binding.{official}", "") if binding else "",
    )
    return compose(words, row)


def _letter(
    materials: Materials,
    to: Recipients,
    settled: Settled,
    said: tuple[Version, Version | None],
    choice: Choice,
) -> ComposedLetter:
    common = common_words(settled.language)
    sender = materials.office.sender
    file_number = dict(choice.typed).get("file_number", "").strip()
    return ComposedLetter(
        sender=sender,
        recipient=address_field(to, materials.office.country, settled.language),
        first=said[0],
        second=said[1],
        arrangement=settled.arrangement,
        layout=settled.layout,
        size=settled.size,
        information=(
            (common["info.date"], plain_day(materials.today, settled.language)),
            (common["info.contact"], sender.contact),
            (common["info.phone"], sender.phone),
            (common["info.email"], sender.email),
            (common["info.yours"], choice.your_sign),
            (common["info.reference"], choice.our_sign.strip() or file_number),
        ),
        annotations=tuple(choice.annotations.splitlines()),
        logo=materials.office.logo,
        page=common["page"],
    )
