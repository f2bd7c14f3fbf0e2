"""How My day says things: parts of the office, days without contact, what is new."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_
from resources.text import _, ngettext
from ui import formats

if TYPE_CHECKING:
    from datetime import date, datetime

    from app.my_day.rows import Change, ForgottenPerson

_PARTS = MappingProxyType(
    {
        "clients": N_("Card"),
        "visiting": N_("Visits"),
        "letters": N_("Letters"),
        "journal": N_("Journal"),
        "tasks": N_("Tasks"),
        "consent": N_("Consent"),
        "intake": N_("Intake"),
        "households": N_("Household"),
        "areas": N_("Districts and quarters"),
        "admin": N_("The office itself"),
        "institutions": N_("Institutions"),
        "exchange": N_("Lists and imports"),
    }
)


def part_words(feature: str) -> str:
    """Answer what people call a part of the office."""
    return _(_PARTS[feature]) if feature in _PARTS else _("Something else")


def contact_words(person: ForgottenPerson, today: date) -> str:
    """Answer when somebody was last reached, and who is in charge of her."""
    if person.last_contact is None:
        last = _("Never reached yet")
    else:
        days = (today - person.last_contact).days
        last = ngettext("Last reached {count} day ago", "Last reached {count} days ago", days)
    return " · ".join(filter(None, (last, person.responsible)))


def counted(count: int, most: int) -> str:
    """Answer a number, or that there are more than anybody counts."""
    if count > most:
        return _("more than {count}").format(count=formats.show_number(most))
    return formats.show_number(count)


def or_more(words: str, *, is_more: bool) -> str:
    """Answer words with the highest number that is counted, or say that there are more."""
    return _("more than {count}").format(count=words) if is_more else words


def change_title(change: Change) -> str:
    """Answer whom or what a change is about."""
    return change.person_name or part_words(change.features[0])


def change_words(change: Change, now: datetime) -> str:
    """Answer what was changed, by whom and when: "Visits, Tasks · Karin Vogt · 14:30"."""
    parts = ", ".join(part_words(feature) for feature in change.features)
    at = change.at.astimezone().replace(tzinfo=None)
    when = formats.show_time(at) if at.date() == now.date() else formats.show_short_date(at.date())
    names = ", ".join(change.who)
    return " · ".join(filter(None, (parts if change.person_id else "", names, when)))
