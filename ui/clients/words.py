"""How clients are said on screens: age, birth, place, area, living situation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.clients.languages import language_name
from app.clients.rules import (
    LEVEL_LABELS,
    ROLE_LABELS,
    STATUS_LABELS,
    Birth,
    LanguageLevel,
    PersonStatus,
    Role,
    age,
)
from resources.text import _, language, ngettext, pgettext
from ui import formats
from ui.picking.hit_words import birth_words

if TYPE_CHECKING:
    from datetime import date

    from app.clients.queries import ClientCard
    from app.clients.rules import RoleSpan, Standing


def age_words(birth: Birth | None, today: date) -> str:
    """Answer an age such as "88 years" or "about 88 years"; "" when nothing is known."""
    if birth is None:
        return ""
    reached = age(birth, today)
    years = ngettext("{count} year", "{count} years", reached.years)
    return _("about {age}").format(age=years) if reached.is_approximate else years


def age_line(birth: Birth | None, today: date) -> str:
    """Answer age and birth in one line: "88 years, born 24.11.1938"."""
    if birth is None:
        return _("Date of birth not known")
    return _("{age}, born {birth}").format(age=age_words(birth, today), birth=birth_words(birth))


def area_words(name: str, code: str) -> str:
    """Answer the name of an area; a district without a name is told by its number."""
    return name or (_("District {number}").format(number=code) if code else "")


def living_words(lives_alone: bool | None) -> str:  # noqa: FBT001 - the value itself
    """Answer the living situation in words."""
    if lives_alone is None:
        return _("Not known")
    return _("Lives alone") if lives_alone else _("Lives with others")


def spoken_words(card: ClientCard) -> list[str]:
    """Answer the languages that a person speaks, each with its level where it is known."""
    names = [language_name(tag, language()) for tag in card.languages]
    levels = [_(LEVEL_LABELS[LanguageLevel(level)]) if level else "" for level in card.levels]
    return [
        f"{name} · {level}" if level else name for name, level in zip(names, levels, strict=True)
    ]


def role_words(span: RoleSpan, today: date) -> str:
    """Answer a role with the days that matter: "Volunteer since 1.3.2024"."""
    role = _(ROLE_LABELS[Role(span.role)])
    if span.since is not None and span.until is not None:
        days = formats.show_date_span(span.since, span.until)
        return _("{role}, {days}").format(role=role, days=days)
    if span.until is not None:
        return _("{role} until {day}").format(role=role, day=formats.show_day(span.until))
    if span.since is None:
        return role
    words = _("{role} since {day}") if span.since <= today else _("{role} from {day}")
    return words.format(role=role, day=formats.show_day(span.since))


def status_words(standing: Standing, today: date) -> str:
    """Answer the status as of a day: "Pauses until 5.12.2026"; "" for somebody active."""
    status = standing.status
    if status is PersonStatus.ACTIVE or (standing.until and standing.until < today):
        return ""
    words = _(STATUS_LABELS[status])
    if status is PersonStatus.PAUSED and standing.since and standing.until:
        return f"{words}: {formats.show_date_span(standing.since, standing.until)}"
    if standing.since is None:
        return words
    since = _("{status} since {day}") if standing.since <= today else _("{status} from {day}")
    return since.format(status=words, day=formats.show_day(standing.since))


def validity_words(first: date | None, last: date | None) -> str:
    """Answer for how long something holds: "from 1.3.2024", "until 5.12.2026"; "" for ever."""
    if first is not None and last is not None:
        return formats.show_date_span(first, last)
    if last is not None:
        return _("until {day}").format(day=formats.show_day(last))
    return _("from {day}").format(day=formats.show_day(first)) if first is not None else ""


def letter_language_words(tag: str) -> str:
    """Answer the language of letters; without one they follow the office."""
    return language_name(tag, language()) if tag else pgettext("letters", "As the office")
