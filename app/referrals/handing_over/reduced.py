"""The reduced view: exactly those facts that were ticked, in words, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.languages import language_name
from app.clients.rules import Birth, address_lines, show_phone, write_birth
from app.referrals.handing_over.carried import handing_words
from app.referrals.handing_over.rules import Fact

if TYPE_CHECKING:
    from collections.abc import Collection

    from app.clients.queries import ClientCard

SEPARATOR = ": "


def reduced_view(card: ClientCard, facts: Collection[str], language: str) -> str:
    """Answer the ticked facts that are known, a line for each; "" where none is.

    A protected address is never part of it, whatever is ticked.
    """
    words = handing_words(language)
    known = {
        Fact.NAME: card.name,
        Fact.BIRTH: write_birth(card.birth) if isinstance(card.birth, Birth) else "",
        Fact.ADDRESS: _address(card),
        Fact.PHONE: _phones(card),
        Fact.LANGUAGE: _languages(card, language),
        Fact.LIVING: _living(card, language),
        Fact.HINT: card.hint,
    }
    return "\n".join(
        f"{words[fact]}{SEPARATOR}{' '.join(value.split())}"
        for fact, value in known.items()
        if fact in facts and value.strip()
    )


def shown_facts(shown_text: str) -> tuple[tuple[str, str], ...]:
    """Answer the labels and values of a reduced view."""
    lines = (line.partition(SEPARATOR) for line in shown_text.splitlines())
    return tuple((label, value) for label, _colon, value in lines)


def _address(card: ClientCard) -> str:
    return "" if card.address_protected else ", ".join(address_lines(card.address))


def _phones(card: ClientCard) -> str:
    country = card.address.country
    return ", ".join(show_phone(one, country) for one in (card.phone, card.mobile) if one)


def _languages(card: ClientCard, language: str) -> str:
    spoken = [language_name(tag, language) for tag in card.languages]
    needs = [handing_words(language)["interpreter"]] if card.needs_interpreter else []
    return ", ".join((*spoken, *needs))


def _living(card: ClientCard, language: str) -> str:
    if card.lives_alone is None:
        return ""
    return handing_words(language)["living_alone" if card.lives_alone else "living_others"]
