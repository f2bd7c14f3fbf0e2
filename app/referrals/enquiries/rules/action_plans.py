"""Who can be offered a Danish action plan: adults below the age of the state pension.

Servicelov § 141; the text stands with the ages, in resources/referrals.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from app.errors import N_, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ABOVE_PENSION_AGE = N_(
    "An action plan is for people below the age of the state pension, which {name} reached on "
    "{day:%d.%m.%Y} ({law}). Please choose another way. Source: {source}"
)
NO_BIRTH = N_(
    "An action plan is for people below the age of the state pension ({law}). Please note the "
    "date of birth first."
)
NO_SUCH_PLAN = N_("There are action plans in Denmark only (servicelov § 141).")


@dataclass(frozen=True, slots=True)
class PensionAge:
    """The age of the state pension for those who were born from a day on."""

    born_from: date
    years: int
    months: int
    law: str
    source: str
    valid_from: date


def read_ages(tables: Iterable[Mapping[str, Any]]) -> tuple[PensionAge, ...]:
    """Answer the ages of a file."""
    return tuple(PensionAge(**table) for table in tables)


def pension_day(born: date, ages: Iterable[PensionAge]) -> date:
    """Answer the day on which somebody who was born on a day reaches the age."""
    age = _age_of(born, ages)
    month = born.month - 1 + age.months
    year = born.year + age.years + month // 12
    # Whoever was born on the 31st reaches it on the first day after a shorter month.
    try:
        return date(year, month % 12 + 1, born.day)
    except ValueError:
        return date(year + (month % 12 + 1) // 12, (month % 12 + 1) % 12 + 1, 1)


def check_action_plan(
    name: str, born: date | None, today: date, ages: Iterable[PensionAge]
) -> tuple[Problem, ...]:
    """Answer why somebody cannot be offered an action plan; nothing if she or he can."""
    known = tuple(ages)
    if not known:
        return (Problem(NO_SUCH_PLAN, "kind"),)
    if born is None:
        return (Problem(NO_BIRTH, "kind", {"law": known[0].law}),)
    day = pension_day(born, known)
    if today < day:
        return ()
    age = _age_of(born, known)
    told = {"name": name, "day": day, "law": age.law, "source": age.source}
    return (Problem(ABOVE_PENSION_AGE, "kind", told),)


def _age_of(born: date, ages: Iterable[PensionAge]) -> PensionAge:
    known = sorted(ages, key=_from)
    return next((one for one in reversed(known) if one.born_from <= born), known[0])


def _from(age: PensionAge) -> date:
    return age.born_from
