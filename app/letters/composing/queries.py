"""Asking about letters that are being written: what there is to choose, and the real pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from app.errors import Problem
from app.letters.composing.checking import names_last_day
from app.letters.composing.facts import (
    Materials,
    asks_for_visit,
    letter_facts,
    office_of,
    recipients_of,
    wishes_of,
)
from app.letters.composing.rules import Choice, Settled, settle
from app.letters.composing.templates import TemplateRow, template, templates
from app.letters.composing.values import MAY_BE_TYPED, TYPED_FIELDS, remedy_office
from app.letters.readability.findings import findings
from app.letters.readability.queries import office_targets, own_terms
from app.letters.readability.report import report
from app.letters.readability.rules import LANGUAGES as MEASURED
from app.letters.rules.body import sentences_of
from app.letters.rules.fields import FIELDS
from app.letters.rules.markup import BLOCKS, NO_VALUE
from forms.dates import plain_day
from forms.letters.composed import render

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

    from app.letters.readability.report import Report
    from app.letters.readability.rules import Finding, Targets

__all__ = ["LetterSheet", "TypedField", "WritingOccasion", "letter_sheet", "templates",
           "writing_occasion"]  # fmt: skip

DOTS = "……"
"""Stands in a preview where something is still to be typed."""
ANSWER_DAYS = 14
"""Days within which an answer is proposed to be asked for, from the posting on."""


@dataclass(frozen=True, slots=True)
class TypedField:
    """A field of a template that somebody fills in."""

    code: str
    title: str
    """In English, translated where it is shown."""
    is_needed: bool
    value: str
    """What is proposed, in the language of the letter."""


@dataclass(frozen=True, slots=True)
class WritingOccasion:
    """What a screen needs before a letter is written."""

    person_id: UUID
    name: str
    template: TemplateRow
    languages: tuple[str, ...]
    settled: Settled
    """What holds unless somebody chooses otherwise."""
    fields: tuple[TypedField, ...]
    address_protected: bool
    household: tuple[str, ...]
    """Who else lives there and would be named; () where the letter is for one person."""
    asks_for_visit: bool
    asks_state: bool = False
    """Whether the letter names a last day that hangs on the federal state of the office."""
    state: str = ""
    """Its code; "" while nobody has said it."""


@dataclass(frozen=True, slots=True)
class LetterSheet:
    """A letter as it would leave now: its pages, and what to look at."""

    pdf: bytes
    subject: str
    language: str
    remarks: tuple[Problem, ...]
    typed_text: str
    """What was typed, for the measure of readability."""
    whole_text: str
    """All that the letter says in its first language."""
    missing: tuple[Problem, ...] = ()
    """What must be typed before it may leave; dots stand there meanwhile."""
    report: Report | None = None
    """Of all that it says in its first language; None for one that nobody can measure."""
    targets: Targets | None = None
    """What the letters of the office aim at."""
    findings: tuple[Finding, ...] = ()
    """Places that are hard to read, with places in `typed_text`."""


def writing_occasion(
    connection: Connection, person_id: UUID, code: str, today: date
) -> WritingOccasion:
    """Answer what can be chosen for a letter to a person; raises `Refused` without either."""
    chosen = template(connection, code)
    home = recipients_of(connection, person_id, Choice(to_household=True), today)
    materials = Materials(office_of(connection), chosen, today)
    settled = settle(Choice(), wishes_of(materials, home.first))
    others = () if chosen.row.is_personal else home.people[1:]
    return WritingOccasion(
        person_id=person_id,
        name=home.first.name,
        template=chosen.row,
        languages=tuple(chosen.versions),
        settled=settled,
        fields=_typed_fields(materials, settled.language, today),
        address_protected=home.first.is_protected,
        household=tuple(one.name for one in others),
        asks_for_visit=asks_for_visit(chosen),
        asks_state=materials.office.country == "DE" and names_last_day(chosen),
        state=materials.office.state,
    )


def letter_sheet(
    connection: Connection, person_id: UUID, code: str, choice: Choice, today: date
) -> LetterSheet:
    """Render a letter without keeping it; dots stand where something is still to be typed.

    Raises `Refused` with all else that stands against it.
    """
    missing = _missing(connection, code, choice)
    dotted = tuple((problem.field, DOTS) for problem in missing)
    shown = replace(choice, typed=(*choice.typed, *dotted))
    facts = letter_facts(connection, person_id, code, shown, today)
    first = facts.letter.first
    typed_text = "\n".join(text for _code, text in choice.typed if text.strip())
    whole = sentences_of(first.body)
    measured, aims = first.language in MEASURED, office_targets(connection)
    terms = own_terms(connection, first.language)
    return LetterSheet(
        report=report(whole, first.language) if measured else None,
        targets=aims,
        findings=findings(typed_text, first.language, aims=aims, own_terms=terms)
        if measured
        else (),
        pdf=render(facts.letter),
        subject=first.subject,
        language=first.language,
        remarks=facts.remarks,
        typed_text=typed_text,
        whole_text=whole,
        missing=missing,
    )


def _missing(connection: Connection, code: str, choice: Choice) -> tuple[Problem, ...]:
    row = template(connection, code).row
    typed = {field for field, text in choice.typed if text.strip()}
    needed = (row.needs & TYPED_FIELDS) - typed
    titles = {field: Problem(FIELDS[field].title) for field in sorted(needed)}
    return tuple(Problem(NO_VALUE, field, {"field": title}) for field, title in titles.items())


def _typed_fields(materials: Materials, language: str, today: date) -> tuple[TypedField, ...]:
    """Answer what is to be typed, in the order in which the letter says it."""
    chosen = materials.template
    text = chosen.versions[language].text if language in chosen.versions else None
    asked: dict[str, None] = {}
    for block in sorted(text.blocks, key=_reading_order) if text else ():
        for line in text.blocks[block] if text else ():
            asked |= dict.fromkeys(sorted(line.fields(), key=line.text.find))
    legal = chosen.row.legal.get(materials.office.country.lower(), "")
    asked |= dict.fromkeys(("remedy_office",) if legal not in {"", "hearing"} else ())
    asked |= dict.fromkeys(("answer_day",) if legal == "hearing" else ())
    proposed = {
        "answer_day": plain_day(today + timedelta(days=ANSWER_DAYS), language),
        "remedy_office": remedy_office(materials.office),
    }
    return tuple(
        TypedField(
            code,
            FIELDS[code].title,
            code in chosen.row.needs or code == "remedy_office",
            proposed.get(code, ""),
        )
        for code in asked
        if code in MAY_BE_TYPED
    )


def _reading_order(block: str) -> int:
    return BLOCKS.index(block.split(".", maxsplit=1)[0])
