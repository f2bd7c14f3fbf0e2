"""The numbers that an office chooses for itself, each on a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.admin.settings.rules import NO_CONTACT_DAYS, VISITED_MONTHS
from resources.text import _, ngettext
from ui.admin.number_card import NumberCard

if TYPE_CHECKING:
    from ui.desk import Desk

_DAYS = (7, 14, 21, 28, 42, 56, 90, 180, 365)
_MONTHS = (1, 3, 6, 12, 18, 24, 36)


def no_contact_card(desk: Desk) -> NumberCard:
    """Answer the card that says after how many days the office asks for somebody."""
    texts = (
        _("Nobody is forgotten"),
        _(
            "My day names everybody who was not reached for so long: by a visit, an appointment, "
            "advice, a call or a note."
        ),
        _("Ask after"),
    )
    return NumberCard(desk, NO_CONTACT_DAYS, texts, _days, _DAYS)


def visited_card(desk: Desk) -> NumberCard:
    """Answer the card that says for how long volunteers see whom they visited."""
    texts = (
        _("What volunteers see afterwards"),
        _("In a shared office a volunteer sees a person for so long after the last visit."),
        _("Seen for"),
    )
    return NumberCard(desk, VISITED_MONTHS, texts, _months, _MONTHS)


def _days(days: int) -> str:
    return ngettext("{count} day", "{count} days", days)


def _months(months: int) -> str:
    return ngettext("{count} month", "{count} months", months)
