"""What a mass mailing is: to whom, with what, on which lawful basis; and how a list is named."""

from __future__ import annotations

from dataclasses import dataclass
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
    "This list is not understood: {word}. Use all, a role, a status, area:NAME or speaks:CODE."
)
NOBODY = N_("Nobody belongs to this list.")
REFUSED_MAILINGS = N_("The person does not want mailings (answer of {day}).")
NEVER_AGREED = N_("The person has not agreed to mailings.")
IN_HOUSEHOLD = N_("Gets the letter together with {name}.")


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


@dataclass(frozen=True, slots=True)
class RunWish:
    """A mailing as somebody asks for it."""

    template: str
    choice: Choice
    title: str
    selection: str
    """Whom it goes to, in words."""
    basis: str = ""
    """A `Basis`; "" where the template needs none."""
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


@dataclass(frozen=True, slots=True)
class RunPlan:
    """Who gets a letter and who does not."""

    groups: tuple[Group, ...]
    left_out: tuple[LeftOut, ...]


def check_wish(wish: RunWish, *, asks_basis: bool) -> tuple[Problem, ...]:
    """Answer what is wrong with a mailing, naming fields of `RunWish`."""
    problems = [*check_text(wish.title, "title", longest=NAME_LENGTH, required=True)]
    is_known = wish.basis in set(Basis)
    if (asks_basis and not is_known) or (wish.basis and not is_known):
        problems.append(Problem(NO_BASIS, "basis"))
    return tuple(problems)


def read_query(text: str) -> ListQuery | Problem:
    """Read a list as the command line names it: "clients active area:Garath speaks:tr"."""
    kind, status, named = ClientFilter.ALL, None, {"area": "", "speaks": ""}
    for word in text.replace(",", " ").split():
        name, colon, value = word.partition(":")
        low = word.casefold().replace("-", "_")
        if low in set(ClientFilter):
            kind = ClientFilter(low)
        elif low in set(PersonStatus):
            status = PersonStatus(low)
        elif colon and value and name.casefold() in named:
            named[name.casefold()] = value
        else:
            return Problem(NO_SUCH_WORD, "list", {"word": word})
    return ListQuery(kind, status, area=named["area"], speaks=named["speaks"])
