"""What is said of a colleague who is to come to a shared office, and what of it is allowed."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.access.rules import MemberDetails, check_member
from app.access.rules.login import check_login
from app.errors import N_, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.access.rules.members import Known

SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 200
_SYLLABLES = (
    *("ba", "be", "bi", "bo", "bu", "da", "de", "di", "do", "du", "fa", "fe", "fi", "fo", "fu"),
    *("ga", "ge", "gi", "go", "gu", "ka", "ke", "ki", "ko", "ku", "la", "le", "li", "lo", "lu"),
    *("ma", "me", "mi", "mo", "mu", "na", "ne", "ni", "no", "nu", "pa", "pe", "pi", "po", "pu"),
    *("ra", "re", "ri", "ro", "ru", "sa", "se", "si", "so", "su", "ta", "te", "ti", "to", "tu"),
    *("va", "ve", "vi", "vo"),
)
"""64 of them, so that each stands for six bits; none can be misheard on the telephone."""
_WORDS, _SYLLABLES_A_WORD = 4, 3

TOO_SHORT_A_PASSWORD = N_("Use at least {shortest} characters. Several words are easy to remember.")
NOT_A_PASSWORD = N_("A password is one line of at most {longest} printable characters.")
SAME_AS_LOGIN = N_("The password must not contain the login.")


@dataclass(frozen=True, slots=True)
class NewPerson:
    """A colleague who gets a login."""

    login: str
    name: str
    role: str


def check_person(person: NewPerson, others: Iterable[Known]) -> tuple[Problem, ...]:
    """Answer what is wrong with a new colleague, given everyone else on the list."""
    details = MemberDetails(person.name, person.role)
    # Who sets the server up is not on the list, so the first may be anyone: an administrator.
    found = check_member(details, others, person.name.strip(), is_new=True)
    return (*check_login(person.login), *found)


def check_password(password: str, login: str) -> tuple[Problem, ...]:
    """Answer what is wrong with a password for a login."""
    if len(password) < SHORTEST_PASSWORD:
        values = {"shortest": SHORTEST_PASSWORD}
        return (Problem(TOO_SHORT_A_PASSWORD, "password", values),)
    if len(password) > LONGEST_PASSWORD or not password.isprintable():
        return (Problem(NOT_A_PASSWORD, "password", {"longest": LONGEST_PASSWORD}),)
    if login in password.casefold():
        return (Problem(SAME_AS_LOGIN, "password"),)
    return ()


def new_password() -> str:
    """Answer a random password of 72 bits that can be read out, such as "dakure-minofa-…"."""
    return "-".join(
        "".join(secrets.choice(_SYLLABLES) for _part in range(_SYLLABLES_A_WORD))
        for _word in range(_WORDS)
    )
