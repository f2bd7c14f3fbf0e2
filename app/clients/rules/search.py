"""What the search index keeps of a client: words, marks and sort keys."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.clients.rules.names import name_words
from app.clients.rules.roles import Role
from app.clients.rules.sorting import sort_key

LINE_LENGTH = 250
"""Characters of the line of all words that are kept: what a database index takes."""


class ClientFilter(StrEnum):
    """Which people a list shows: everybody, those of one role, or those with a mark."""

    ALL = "all"
    CLIENTS = "clients"
    VOLUNTEERS = "volunteers"
    CONTACTS = "contacts"
    REPORTERS = "reporters"
    STAFF = "staff"
    LIVING_ALONE = "living_alone"
    PROTECTED = "protected"

    @property
    def role(self) -> Role | None:
        """The role that the list shows; None when it is another kind of list."""
        return _ROLES.get(self)


_ROLES = {
    ClientFilter.CLIENTS: Role.CLIENT,
    ClientFilter.VOLUNTEERS: Role.VOLUNTEER,
    ClientFilter.CONTACTS: Role.CONTACT,
    ClientFilter.REPORTERS: Role.REPORTER,
    ClientFilter.STAFF: Role.STAFF,
}


@dataclass(frozen=True, slots=True)
class SearchKeys:
    """How one client is found and where the name stands in a list."""

    words: tuple[str, ...]
    line: str
    """Marks and words, each behind a space; never holds `%`, `_` or `\\`."""
    sort_key_de: str
    sort_key_da: str


def search_keys(
    given_name: str, family_name: str, *, lives_alone: bool | None, address_protected: bool
) -> SearchKeys:
    """Answer the keys of a client. Marks stand first: no folded word contains their `#`."""
    words = name_words(given_name, family_name)
    marks = {
        ClientFilter.LIVING_ALONE: lives_alone is True,
        ClientFilter.PROTECTED: address_protected,
    }
    entries = [*(search_mark(kind) for kind, is_set in marks.items() if is_set), *words]
    return SearchKeys(
        words,
        "".join(f" {entry}" for entry in entries)[:LINE_LENGTH],
        sort_key(family_name, given_name, "de"),
        sort_key(family_name, given_name, "da"),
    )


def search_mark(kind: ClientFilter) -> str:
    """Answer the mark that a filter looks for, free of what a search pattern reads."""
    return "#" + kind.value.replace("_", "")
