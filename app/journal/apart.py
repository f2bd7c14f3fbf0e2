"""What belongs to a conference of agencies is kept out of notes that volunteers read.

The words are those of a dated list, the same for everybody; of cases a writer is warned who knows
them anyhow. So the warning tells nobody that there is a case.
"""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import select, true

from app.access.rules import Role
from app.clients.queries import home_country
from app.journal.rules.apart import check_words
from db.access import ME, Member
from db.psp_access import cases_of_mine
from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from uuid import UUID

    from sqlalchemy import Connection

    from app.errors import Problem

_FILES = {"DE": "psp_words_de.toml", "DK": "psp_words_da.toml"}
_MY_ROLE = select(Member.role).where(Member.name == ME, Member.is_active == true())
_NO_WARNING = frozenset({"", Role.VOLUNTEER.value})
"""A volunteer tells what they saw, whatever the words; without a list nobody reads less."""


def problems_for_volunteers(
    connection: Connection, text: str, about: Iterable[UUID]
) -> tuple[Problem, ...]:
    """Answer what should not stand in a note about these people that volunteers read."""
    role = connection.execute(_MY_ROLE).scalar_one_or_none() or ""
    if role in _NO_WARNING or not text.strip():
        return ()
    words, law = words_of(home_country(connection))
    known = _known(connection, frozenset(about)) if role == Role.PSP_MEMBER.value else ()
    return check_words(text, (*words, *known), "text", law)


def _known(connection: Connection, about: frozenset[UUID]) -> Iterator[str]:
    """Answer references and names of the writer's own cases; a note on a card may name whose."""
    for number, person, name in cases_of_mine(connection):
        yield number
        if person not in about:
            yield name


@cache
def words_of(country: str) -> tuple[tuple[str, ...], str]:
    """Answer the words that volunteers should not read in a note of a country, and their law."""
    told = tomllib.loads(read_text("referrals", _FILES[country]))
    return tuple(told["words"]), str(told["source"]).partition(";")[0]
