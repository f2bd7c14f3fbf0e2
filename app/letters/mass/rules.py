"""What a mass mailing is: to whom, with what, on which lawful basis; and how a list is named."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.clients.rules.search import ClientFilter
from app.clients.rules.status import PersonStatus
from app.errors import N_, Problem
from app.text_rules import NAME_LENGTH, check_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from uuid import UUID

    from app.letters.composing.rules import Choice

NO_BASIS = N_("Please choose on what lawful basis this mailing goes out.")
NO_SUCH_WORD = N_(
    "This list is not understood: {word}. Use all, a role, a status, area:NAME, speaks:CODE, "
    "age:75-79 or turns:75."
)
NOBODY = N_("Nobody belongs to this list.")
REFUSED_MAILINGS = N_("The person does not want mailings (answer of {day}).")
NEVER_AGREED = N_("The person has not agreed to mailings.")
IN_HOUSEHOLD = N_("Gets the letter together with {name}.")
PROTECTED = N_("The address is protected. Confirm that nobody else sees it, or write alone.")
NOT_AN_AGE = N_("Please enter an age from {least} to {most}.")
AGES_CROSSED = N_("The first age is higher than the second.")
AGES = (0, 120)
"""From which age to which people can be chosen."""


_AGES_TYPED = re.compile(r"(?P<least>[0-9]{1,3})(?P<dash>-)?(?P<most>[0-9]{1,3})?")


class Basis(StrEnum):
    """Why people may be written to in masses (GDPR Article 6)."""

    CONSENT = "consent"
    OBLIGATION = "obligation"
    PUBLIC_TASK = "public_task"
    INTEREST = "interest"


BASIS_LABELS: Mapping[Basis, str] = MappingProxyType(
    {
        Basis.CONSENT: N_("Consent to mailings (Article 6(1)(a))"),
        Basis.OBLIGATION: N_("Legal obligation (Article 6(1)(c))"),
        Basis.PUBLIC_TASK: N_("Public task (Article 6(1)(e))"),
        Basis.INTEREST: N_("Legitimate interest (Article 6(1)(f))"),
    }
)
"""The words for each basis, translated where they are shown."""


class ItemState(StrEnum):
    """What became of one person of a mailing."""

    WRITTEN = "written"
    REFUSED = "refused"
    """Something stands against the letter; it can be put right and tried again."""
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class ListQuery:
    """Whom a mailing goes to; the empty one names everybody."""

    kind: ClientFilter = ClientFilter.ALL
    status: PersonStatus | None = None
    typed: str = ""
    area: str = ""
    speaks: str = ""
    """Tag of a language that the person speaks, or wants letters in."""
    age_from: int | None = None
    age_to: int | None = None
    """In full years today; who has no date of birth belongs to no age."""
    turns: int | None = None
    """A cohort: those who reach this age within this calendar year."""
    responsible: str = ""
    """Name of the colleague in charge."""

    @property
    def is_narrowed(self) -> bool:
        """Whether more than the list and its status is asked for."""
        ages = (self.age_from, self.age_to, self.turns)
        return bool(self.area or self.speaks or self.responsible) or any(
            each is not None for each in ages
        )


@dataclass(frozen=True, slots=True)
class RunWish:
    """A mailing as somebody asks for it."""

    template: str
    choice: Choice
    title: str
    selection: str
    """Whom it goes to, in words."""
    basis: str = ""
    """A `Basis`; no mailing leaves without one."""
    per_household: bool = True
    posted_on: date | None = None
    with_envelopes: bool = False
    """Whether envelopes without a window are printed, too."""


@dataclass(frozen=True, slots=True)
class Group:
    """The people of one letter, the first in whose history it stands."""

    people: tuple[UUID, ...]

    @property
    def first(self) -> UUID:
        """The person in whose history the letter stands."""
        return self.people[0]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody who gets no letter, and why."""

    person_id: UUID
    name: str
    problem: Problem
    is_refused: bool = True
    """Whether there is no letter at all as things stand, or one that wants care."""


@dataclass(frozen=True, slots=True)
class RunPlan:
    """Who gets a letter and who does not."""

    groups: tuple[Group, ...]
    left_out: tuple[LeftOut, ...]
    notes: tuple[LeftOut, ...] = ()
    """Who is written to, but something is to be looked at: an address, or a wanted format."""
    numbers: tuple[int, ...] = ()
    """The place of each group in its mailing, from 1; () counts them."""

    @property
    def possible(self) -> tuple[Group, ...]:
        """The letters against which nothing stands that is known before they are composed."""
        refused = {one.person_id for one in self.notes if one.is_refused}
        return tuple(group for group in self.groups if group.first not in refused)

    def number_of(self, place: int) -> int:
        """Answer the number of the group at a place, which begins at 0."""
        return self.numbers[place] if self.numbers else place + 1


def check_wish(wish: RunWish) -> tuple[Problem, ...]:
    """Answer what is wrong with a mailing, naming fields of `RunWish`."""
    problems = [*check_text(wish.title, "title", longest=NAME_LENGTH, required=True)]
    if wish.basis not in set(Basis):
        problems.append(Problem(NO_BASIS, "basis"))
    return tuple(problems)


def check_query(query: ListQuery) -> tuple[Problem, ...]:
    """Answer what is wrong with a list, naming fields of `ListQuery`."""
    least, most = AGES
    given = {"age_from": query.age_from, "age_to": query.age_to, "turns": query.turns}
    problems = [
        Problem(NOT_AN_AGE, name, {"least": least, "most": most})
        for name, age in given.items()
        if age is not None and not least <= age <= most
    ]
    if query.age_from is not None and query.age_to is not None and query.age_from > query.age_to:
        problems.append(Problem(AGES_CROSSED, "age_to"))
    return tuple(problems)


def read_query(text: str) -> ListQuery | Problem:
    """Read a list as the command line names it: "clients active area:Garath age:75-79"."""
    query = ListQuery()
    for word in text.replace(",", " ").split():
        found = _with_word(query, word)
        if found is None or check_query(found):
            return Problem(NO_SUCH_WORD, "list", {"word": word})
        query = found
    return query


def _with_word(query: ListQuery, word: str) -> ListQuery | None:
    name, _colon, value = word.partition(":")
    low = word.casefold().replace("-", "_")
    if not value and low in {*ClientFilter, *PersonStatus}:
        is_kind = low in set(ClientFilter)
        part = {"kind": ClientFilter(low)} if is_kind else {"status": PersonStatus(low)}
        return replace(query, **part)
    match name.casefold(), value:
        case ("area", area) if area:
            return replace(query, area=area)
        case ("speaks", tag) if tag:
            return replace(query, speaks=tag)
        case ("turns", age) if age.isascii() and age.isdigit():
            return replace(query, turns=int(age))
        case ("age", ages):
            return _of_ages(query, ages)
    return None


def _of_ages(query: ListQuery, ages: str) -> ListQuery | None:
    found = _AGES_TYPED.fullmatch(ages)
    if found is None:
        return None
    last = found["most"] if found["dash"] else found["least"]
    return replace(query, age_from=int(found["least"]), age_to=int(last) if last else None)
