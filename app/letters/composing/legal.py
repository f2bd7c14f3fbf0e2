"""The legal block of a letter: for its kind, country and day, held against the letterhead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.letters.legal.queries import legal_block
from app.letters.legal.rules import check_block

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from app.errors import Problem
    from app.letters.composing.values import Office
    from app.letters.legal.rules import LegalBlock
    from app.letters.rules.markup import TemplateText


def legal_of(legal: Mapping[str, str], country: str, posted: date) -> LegalBlock | None:
    """Answer the block that a template carries in a country; None where it needs none.

    Raises `Refused` when none is dated for the day of posting.
    """
    kind = legal.get(country.lower())
    return legal_block(country, kind, posted) if kind else None


def check_legal(
    block: LegalBlock, text: TemplateText, office: Office, values: Mapping[str, str]
) -> tuple[Problem, ...]:
    """Answer what is missing in the legal part of a letter, as the office has written it."""
    own = "\n".join(line.text for line in text.lines("legal"))
    return check_block(
        block,
        own or block.text,
        shows_email=bool(office.sender.email.strip()),
        remedy_office=values.get("remedy_office", ""),
    )
