"""The page of a text while it is written, with all that is to be said of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.errors import N_, Problem, Refused
from app.letters.composing.compose import Words, compose
from app.letters.composing.facts import office_of
from app.letters.composing.legal import legal_of
from app.letters.composing.rules import official_language
from app.letters.composing.templates import template_row
from app.letters.readability.findings import findings
from app.letters.readability.queries import office_targets, own_terms
from app.letters.readability.report import report
from app.letters.readability.rules import LANGUAGES as MEASURED
from app.letters.rules.markup import TemplateText, read_template
from app.letters.studio.prose import prose
from app.letters.studio.rows import StudioSheet
from app.letters.templates.delivered import common_text, common_words, example_values
from forms.bidi import cleaned
from forms.fonts import missing
from forms.letters.composed import ComposedLetter, render

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from sqlalchemy import Connection

    from app.letters.composing.values import Office
    from app.letters.readability.report import Report
    from app.letters.readability.rules import Finding, Targets
    from forms.letters.composed import Version

NOT_PRINTABLE = N_("Line {line}: the fonts for printing do not have {characters}.")
_LAYOUTS = {"DK": "dk"}


def studio_sheet(
    connection: Connection, code: str, language: str, text: str, today: date
) -> StudioSheet:
    """Answer how a text would look, what is wrong with it, and how easily it reads.

    Raises `Refused` when there is no such template.
    """
    values = example_values(language)
    aims = office_targets(connection)
    measured = _measured(text, language, values, aims, own_terms(connection, language))
    problems, pdf = check_page(text), None
    if not problems:
        try:
            pdf = _page(connection, code, language, text, today)
        except Refused as refused:
            problems = refused.problems
    return StudioSheet(text, pdf, problems, *measured, aims)


def check_page(text: str) -> tuple[Problem, ...]:
    """Answer what of a text cannot be read or printed, each with its line."""
    read = read_template(text)
    wrong = () if isinstance(read, TemplateText) else read
    return (*wrong, *_unprintable(text))


def _unprintable(text: str) -> Iterator[Problem]:
    for number, line in enumerate(text.splitlines(), start=1):
        if lacking := missing(cleaned(line)):
            named = ", ".join(f"U+{ord(mark):04X}" for mark in lacking[:5])
            yield Problem(NOT_PRINTABLE, "text", {"line": number, "characters": named})


def _measured(
    text: str, language: str, values: Mapping[str, str], aims: Targets, terms: Mapping[str, str]
) -> tuple[Report | None, tuple[Finding, ...]]:
    if language not in MEASURED:
        return None, ()
    running = prose(text, values)
    found = findings(running.text, language, aims=aims, own_terms=terms)
    placed = ((each, running.place(each.start, each.end)) for each in found)
    return report(running.text, language), tuple(
        replace(each, start=place[0], end=place[1]) for each, place in placed if place is not None
    )


def _page(connection: Connection, code: str, language: str, text: str, today: date) -> bytes:
    office = office_of(connection)
    return render(_letter(office, _said(connection, office, code, language, text, today)))


def _said(
    connection: Connection, office: Office, code: str, language: str, text: str, today: date
) -> Version:
    row = template_row(connection, code)
    is_official = language == official_language(office.country)
    read = read_template(text)
    if not isinstance(read, TemplateText):
        raise Refused(*read)
    words = Words(
        language,
        read,
        {**example_values(language), **_of_office(office)},
        common_text(language),
        salutation="ms",
        place="home",
        legal=legal_of(row.legal, office.country, today) if is_official else None,
    )
    return compose(words, row)


def _of_office(office: Office) -> dict[str, str]:
    """Answer what the office card knows of itself."""
    sender = office.sender
    known = {
        "office": sender.name,
        "department": sender.department,
        "contact": sender.contact,
        "phone": sender.phone,
        "email": sender.email,
    }
    return {code: value for code, value in known.items() if value.strip()}


def _letter(office: Office, said: Version) -> ComposedLetter:
    """Answer the letter to an invented person from the real office."""
    language = said.language
    values, common = example_values(language), common_words(language)
    sender = office.sender
    street, _comma, town = values["address"].partition(", ")
    return ComposedLetter(
        sender=sender if sender.name.strip() else replace(sender, name=values["office"]),
        recipient=(values["name"], street, town),
        first=said,
        layout=_LAYOUTS.get(office.country, "din_b"),
        information=(
            (common["info.date"], values["today"]),
            (common["info.contact"], sender.contact),
            (common["info.phone"], sender.phone),
            (common["info.email"], sender.email),
        ),
        logo=office.logo,
        page=common["page"],
    )
