"""How pairs and cards are said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.rules import Birth, BirthPrecision, write_birth
from resources.text import _, language
from ui import formats

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.linking.queries import CardLine


def born(day: date | None, precision: str) -> str:
    """Answer a date of birth as it is typed, with a star; "" where it is not known."""
    return f"* {write_birth(Birth(day, BirthPrecision(precision)))}" if day else ""


def card_line(card: CardLine) -> str:
    """Answer birth and address of a card in one line."""
    parts = (born(card.birth_date, card.birth_precision), card.place)
    return " · ".join(filter(None, parts))


def likelihood(score: float) -> str:
    """Answer a probability as people say it: "97 %", never 100."""
    percent = formats.show_number(min(99, round(score * 100)))
    return f"{percent}%" if language() == "en" else f"{percent} %"


def because(reasons: Sequence[str]) -> str:
    """Answer reasons in one line that begins as a sentence does."""
    words = ", ".join(_(reason) for reason in reasons)
    return words[:1].upper() + words[1:]
