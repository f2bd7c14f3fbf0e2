"""The roles of a person in the office: one human being has several, each for a time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.errors import N_, Problem

if TYPE_CHECKING:
    from datetime import date

MOST_ROLES = 20
"""Roles of one person, those of the past included."""

NO_ROLE = N_("Please choose at least one role.")
NO_SUCH_ROLE = N_("Please choose one of the roles offered.")
ROLE_TWICE = N_("This role stands here twice. Please end one of the two first.")
ENDS_FIRST = N_("The last day must not lie before the first.")
TOO_MANY_ROLES = N_("At most {most} roles fit on a card.")


class Role(StrEnum):
    """What somebody is to the office."""

    CLIENT = "client"
    VOLUNTEER = "volunteer"
    CONTACT = "contact"
    REPORTER = "reporter"
    STAFF = "staff"


ROLE_LABELS = {
    Role.CLIENT: N_("Client"),
    Role.VOLUNTEER: N_("Volunteer"),
    Role.CONTACT: N_("Contact person"),
    Role.REPORTER: N_("Reporter"),
    Role.STAFF: N_("Staff"),
}
"""The words for each role, translated where they are shown."""


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """One role for a time; without a last day it lasts."""

    role: str
    since: date | None = None
    until: date | None = None

    def lasts_on(self, day: date) -> bool:
        """Answer whether somebody has the role on a day."""
        return (self.since is None or self.since <= day) and not self.is_over(day)

    def is_over(self, day: date) -> bool:
        """Answer whether the role has ended before a day."""
        return self.until is not None and self.until < day


def check_roles(
    roles: tuple[RoleSpan, ...], today: date, field: str = "roles"
) -> tuple[Problem, ...]:
    """Answer the first thing that is wrong with the roles of a person."""
    if not roles:
        return (Problem(NO_ROLE, field),)
    if len(roles) > MOST_ROLES:
        return (Problem(TOO_MANY_ROLES, field, {"most": MOST_ROLES}),)
    if any(span.role not in set(Role) for span in roles):
        return (Problem(NO_SUCH_ROLE, field),)
    if any(span.since and span.until and span.until < span.since for span in roles):
        return (Problem(ENDS_FIRST, field),)
    if _stands_twice(roles, today):
        return (Problem(ROLE_TWICE, field),)
    return ()


def check_span(first: date | None, last: date | None, field: str) -> tuple[Problem, ...]:
    """Answer a problem when a validity ends before it begins."""
    return (Problem(ENDS_FIRST, field),) if first and last and last < first else ()


def _stands_twice(roles: tuple[RoleSpan, ...], today: date) -> bool:
    """A role that has not ended stands once, so that lists of a role hold nobody twice."""
    lasting = [span.role for span in roles if not span.is_over(today)]
    begun = [(span.role, span.since) for span in roles]
    return len(set(lasting)) < len(lasting) or len(set(begun)) < len(begun)
