"""A matter on paper: the reduced view as a letter to another body, or for a colleague."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.clients.rules import Address, address_lines
from app.errors import Problem, Refused
from app.letters.composing.facts import office_of
from app.letters.composing.rules import official_language
from app.letters.rules.body import Facts, Heading, Paragraph, Span
from app.letters.templates.delivered import common_words
from app.referrals.bases import bases
from app.referrals.handing_over import statements as ask
from app.referrals.handing_over.actions import GONE
from app.referrals.handing_over.carried import handing_words
from app.referrals.handing_over.reduced import shown_facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from uuid import UUID

    from sqlalchemy import Connection, Row

    from app.letters.composing.values import Office
    from app.letters.rules.body import Piece

    AnyRow = Row[*tuple[Any, ...]]

SIGNATURE = 10.0
"""Room for a signature, in millimetres."""
_LAYOUTS = {"DE": "din_b", "DK": "dk"}


def referral_letter(connection: Connection, referral_id: UUID) -> bytes:
    """Answer a matter as PDF, with nothing but what the receiver may see.

    Raises `Refused` where it is gone, or a character cannot be printed.
    """
    from forms.dates import plain_day  # noqa: PLC0415 - brings babel
    from forms.letters.composed import (  # noqa: PLC0415 - brings reportlab
        ComposedLetter,
        Version,
        render,
    )
    from forms.printable import check_printable  # noqa: PLC0415 - as above

    row = connection.execute(ask.PAPER, {"referral_id": referral_id}).first()
    if row is None:
        raise Refused(Problem(GONE))
    check_printable({"reason": row.reason, "facts": row.shown_text})
    office = office_of(connection)
    language = official_language(office.country)
    words, common, sender = handing_words(language), common_words(language), office.sender
    body = (*_body(row, words, office.country, language), *_closing(row, words, office))
    return render(
        ComposedLetter(
            sender=sender,
            recipient=_recipient(row, office.country),
            first=Version(language, words[row.kind], body),
            layout=_LAYOUTS.get(office.country, "din_b"),
            information=(
                (common["info.date"], plain_day(row.sent_on, language)),
                (common["info.contact"], row.sent_by),
                (common["info.phone"], sender.phone),
                (common["info.email"], sender.email),
            ),
            logo=office.logo,
            page=common["page"],
        )
    )


def _body(row: AnyRow, words: Mapping[str, str], country: str, language: str) -> Iterator[Piece]:
    from forms.dates import plain_day  # noqa: PLC0415 - brings babel

    yield _said(words["greeting"])
    yield _said(words[f"asks_{row.kind}"])
    yield Heading((Span(words["matter"]),))
    for part in row.reason.split("\n\n"):
        yield _said(" ".join(part.split()))
    yield Heading((Span(words["facts"]),))
    told = shown_facts(row.shown_text)
    if told:
        yield Facts(tuple(((Span(label),), (Span(value),)) for label, value in told))
    else:
        yield _said(words["no_facts"])
    law = next((basis.law for basis in bases(country) if basis.code == row.basis), "")
    agreed = words["consent"].format(day=plain_day(row.said_on, language)) if row.said_on else ""
    yield _said(
        " ".join(filter(None, (words["basis"].format(law=law), agreed, words["purpose_only"])))
    )
    if row.due_on is not None:
        yield _said(words["due"].format(day=plain_day(row.due_on, language)))


def _closing(row: AnyRow, words: Mapping[str, str], office: Office) -> tuple[Paragraph, ...]:
    return (
        Paragraph((Span(words["closing"]),), stays=True, room=SIGNATURE),
        Paragraph((Span(row.sent_by),), stays=True),
        Paragraph((Span(office.sender.name),)),
    )


def _recipient(row: AnyRow, country: str) -> tuple[str, ...]:
    if row.name is None:
        return (row.to_member,)
    address = Address(
        country=row.country,
        care_of=row.care_of,
        street=row.street,
        house_number=row.house_number,
        floor=row.floor,
        door=row.door,
        postal_code=row.postal_code,
        city=row.city,
    )
    return (row.name, *address_lines(address, sent_from=country))


def _said(text: str) -> Paragraph:
    return Paragraph((Span(text),))
