"""What is typed about a colleague, and what of it is allowed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.access.rules.rights import Role
from app.errors import N_, Problem
from app.text_rules import NAME_LENGTH, check_text

if TYPE_CHECKING:
    from collections.abc import Iterable

ROLE_NOT_OFFERED = N_("Please choose one of the roles offered.")
NAME_TAKEN = N_("There is a colleague of this name already.")
FIRST_IS_ADMINISTRATOR = N_(
    "The first on the list must be an administrator, so that somebody can add the others."
)
FIRST_IS_YOU = N_("Begin with yourself: {name}. Otherwise you could not add the others.")
LAST_ADMINISTRATOR = N_(
    "This is the last administrator. Make somebody else an administrator first."
)


@dataclass(frozen=True, slots=True)
class MemberDetails:
    """The form of a colleague."""

    name: str = ""
    role: str = Role.VOLUNTEER
    is_active: bool = True


@dataclass(frozen=True, slots=True)
class Known:
    """A colleague who is on the list besides the one of the form."""

    name: str
    role: str
    is_active: bool


def check_member(
    details: MemberDetails, others: Iterable[Known], who: str, *, is_new: bool
) -> tuple[Problem, ...]:
    """Answer what is wrong with a colleague's form, given everyone else on the list.

    `who` is at work; the very first on a list is that person, as an administrator.
    """
    name, rest = details.name.strip(), tuple(others)
    problems = list(check_text(details.name, "name", longest=NAME_LENGTH, required=True))
    if any(other.name.casefold() == name.casefold() for other in rest):
        problems.append(Problem(NAME_TAKEN, "name"))
    if details.role not in set(Role):
        problems.append(Problem(ROLE_NOT_OFFERED, "role"))
    elif is_new and not rest:
        problems += _check_first(details, name, who)
    elif not _has_administrator((*rest, Known(name, details.role, details.is_active))):
        field = "role" if details.role != Role.ADMINISTRATOR else "is_active"
        problems.append(Problem(LAST_ADMINISTRATOR, field))
    return tuple(problems)


def _check_first(details: MemberDetails, name: str, who: str) -> tuple[Problem, ...]:
    if details.role != Role.ADMINISTRATOR or not details.is_active:
        return (Problem(FIRST_IS_ADMINISTRATOR, "role"),)
    return () if name == who else (Problem(FIRST_IS_YOU, "name", {"name": who}),)


def _has_administrator(members: Iterable[Known]) -> bool:
    return any(member.is_active and member.role == Role.ADMINISTRATOR for member in members)
