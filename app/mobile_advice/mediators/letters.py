"""Asking a pool in writing: one letter with the office's head, and the same words as a mail.

It names the talk, never the person: whom it is for is told to the mediator alone.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import bindparam, select

from app.clients.languages import language_name
from app.clients.rules import Address, address_lines
from app.errors import Problem, Refused
from app.letters.composing.facts import office_of
from app.letters.composing.rules import official_language
from app.letters.rules.body import Facts, Paragraph, Span
from app.letters.templates.delivered import common_words
from app.mobile_advice.mediators.actions import GONE
from app.mobile_advice.mediators.queries.requests import request_row
from app.mobile_advice.mediators.rules.request import NOBODY_ASKED
from db.base import Key
from db.booking import InterpreterPool
from db.institutions import Institution
from forms.dates import clock_times, long_day, plain_day
from forms.letters.composed import ComposedLetter, Version, render
from forms.texts import texts

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from sqlalchemy import Connection

    from app.letters.composing.values import Office
    from app.letters.rules.body import Body
    from app.mobile_advice.mediators.queries.requests import RequestRow
    from forms.texts import Texts

_SIGNATURE = 10.0
"""Room for a signature, in millimetres."""
_LANGUAGES = frozenset({"de", "da", "en"})
_ADDRESS = (
    select(
        Institution.country,
        Institution.care_of,
        Institution.street,
        Institution.house_number,
        Institution.floor,
        Institution.door,
        Institution.postal_code,
        Institution.city,
    )
    .join(InterpreterPool, InterpreterPool.institution_id == Institution.id)
    .where(InterpreterPool.id == bindparam("pool_id", type_=Key()))
)


class RequestPaper(NamedTuple):
    """A request to a pool on paper and as a mail."""

    pdf: bytes
    to: str
    """The mail address of the pool; "" where none is known."""
    subject: str
    words: str
    """What the mail says."""


def request_paper(connection: Connection, request_id: UUID, today: date) -> RequestPaper:
    """Answer the letter to the pool that is asked. Raises `Refused` where no pool is chosen."""
    row = request_row(connection, request_id)
    if row is None:
        raise Refused(Problem(GONE))
    if row.pool_id is None:
        raise Refused(Problem(NOBODY_ASKED))
    office = office_of(connection)
    official = official_language(office.country)
    language = official if official in _LANGUAGES else "en"
    words = texts("mediator_request", language)
    version = Version(
        language,
        words.say("title", day=plain_day(row.day, language)),
        _body(row, words, language, office.sender.contact),
    )
    address = _address(connection, row.pool_id, office) or (words.say("by_mail"),)
    letter = ComposedLetter(
        sender=office.sender,
        recipient=(row.pool or "", *address),
        first=version,
        layout="din_b" if office.country == "DE" else "dk",
        information=_information(office, today, language),
        logo=office.logo,
        page=common_words(language)["page"],
    )
    return RequestPaper(render(letter), row.pool_email or "", version.subject, _mail(version))


def _body(row: RequestRow, words: Texts, language: str, contact: str) -> Body:
    rows = tuple(
        ((Span(words.say("label", name)),), (Span(value, strong=True),))
        for name, value in _facts(row, words, language)
        if value
    )
    return (
        Paragraph((Span(words.say("greeting")),)),
        Paragraph((Span(words.say("purpose")),)),
        Facts(rows),
        Paragraph((Span(words.say("answer")),)),
        Paragraph((Span(words.say("closing")),), stays=True, room=_SIGNATURE),
        Paragraph((Span(contact),)),
    )


def _facts(row: RequestRow, words: Texts, language: str) -> tuple[tuple[str, str], ...]:
    start = datetime.combine(row.day, time()) + timedelta(minutes=row.from_time)
    end = start + timedelta(minutes=row.until_time - row.from_time)
    return (
        ("day", long_day(row.day, language)),
        ("time", clock_times(start, end, language)),
        ("language", language_name(row.language, language)),
        ("dialect", row.dialect),
        ("wish", words.say("wish", row.gender_wish) if row.gender_wish else ""),
        ("subject", row.subject),
        ("way", words.say("way", row.way)),
        ("place", row.place),
        ("requester", row.requester),
        ("funding", words.say("funding", row.funding) if row.funding else ""),
        ("sworn", words.say("sworn") if row.sworn_needed else ""),
    )


def _mail(version: Version) -> str:
    lines: list[str] = []
    for piece in version.body:
        if isinstance(piece, Facts):
            lines.append(
                "\n".join(f"{label[0].text}: {value[0].text}" for label, value in piece.rows)
            )
        elif isinstance(piece, Paragraph):
            lines.append("".join(span.text for span in piece.text))
    return "\n\n".join(filter(None, lines))


def _address(connection: Connection, pool_id: UUID, office: Office) -> tuple[str, ...]:
    row = connection.execute(_ADDRESS, {"pool_id": pool_id}).first()
    if row is None:
        return ()
    return tuple(address_lines(Address(*row), sent_from=office.country))


def _information(office: Office, today: date, language: str) -> tuple[tuple[str, str], ...]:
    common, sender = common_words(language), office.sender
    return (
        (common["info.date"], plain_day(today, language)),
        (common["info.contact"], sender.contact),
        (common["info.phone"], sender.phone),
        (common["info.email"], sender.email),
    )
