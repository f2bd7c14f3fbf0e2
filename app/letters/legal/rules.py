"""What a legal block is, and what a letter with one must say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

NO_BLOCK = N_("There is no legal block of this kind for letters posted on {day}.")
NO_ELECTRONIC_WAY = N_(
    "The letterhead shows an e-mail address, so the legal block must name the electronic way."
    " Without it the period is one year ({source})."
)
NO_PERIOD = N_("The legal block must say how long there is time: {period} ({source}).")
NO_REMEDY_OFFICE = N_("The legal block must say where to send it.")


@dataclass(frozen=True, slots=True)
class LegalBlock:
    """The words of one remedy or right, for letters posted from one day to another."""

    kind: str
    """"widerspruch", "klage" or "hearing"."""
    language: str
    title: str
    text: str
    """In the markup of templates."""
    valid_from: date
    valid_to: date
    source: str
    electronic: tuple[str, ...]
    """Words that name the electronic way; any of them will do. () where none is needed."""
    periods: tuple[str, ...]
    """Words that say the period; any of them will do. () where the office sets a day."""

    def holds_on(self, posted: date) -> bool:
        """Answer whether the block is right for a letter posted on a day."""
        return self.valid_from <= posted <= self.valid_to


def check_block(
    block: LegalBlock, text: str, *, shows_email: bool, remedy_office: str
) -> tuple[Problem, ...]:
    """Answer what is missing in a legal text that an office has made of a block.

    Source of the electronic way: BSG, 28 September 2023, B 7 AS 10/22 R. An incorrect
    instruction opens the remedy for one year (§ 66 Abs. 2 SGG).
    """
    problems = []
    if shows_email and block.electronic and not _says(text, block.electronic):
        problems.append(Problem(NO_ELECTRONIC_WAY, "legal", {"source": block.source}))
    if block.periods and not _says(text, block.periods):
        values = {"period": block.periods[0], "source": block.source}
        problems.append(Problem(NO_PERIOD, "legal", values))
    if block.periods and not remedy_office.strip():
        problems.append(Problem(NO_REMEDY_OFFICE, "remedy_office"))
    return tuple(problems)


def _says(text: str, words: Sequence[str]) -> bool:
    plain = " ".join(text.casefold().split())
    return any(word.casefold() in plain for word in words)
