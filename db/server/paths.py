"""The dictionary's paths to people as SQL: which rows of a table a reader may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.access.rules import RIGHTS, Reads, Right, Role
from db.dictionary import DICTIONARY
from db.erasing import EMPTIED
from db.server import psp
from db.server.names import quoted
from db.tables import metadata

if TYPE_CHECKING:
    from sqlalchemy import Table

_ENTRIES = {entry.table: entry for entry in DICTIONARY}
_UNSEEN = EMPTIED | {
    # All cards of one human being are restricted alike: the own key says enough.
    ("person", "linked_to"),
    # Further people of a note are looked up by a function; see `_MORE`.
    ("note", "id<note_person.person_id"),
    ("draft", "subject"),
}
"""Paths that do not decide who sees a row."""

# The planner takes a sub-plan to hold for half of all rows, and would read whole tables for the
# few rows that it then expects; of a value that is not null it expects nearly all.


def mostly(condition: str) -> str:
    """Answer a condition in SQL that the planner takes to hold for nearly all rows."""
    return f"(CASE WHEN {condition} THEN 1 END) IS NOT NULL"


def mostly_not(condition: str) -> str:
    """Answer the opposite of a condition, or of one that is unknown; nearly all rows have it."""
    return f"(CASE WHEN {condition} THEN NULL ELSE 1 END) IS NOT NULL"


def among(column: str, few: str) -> str:
    """Answer in SQL that a column is one of few values, along which the planner may go."""
    return f"{column} = ANY (ARRAY(SELECT {few}))"


ME = "(SELECT public.nahbar_me())"
_MY_OWN = f"visitor_id IN (SELECT m.person_id FROM public.member m WHERE m.name = {ME})"
_MY_SEAT = (
    f"(name = {ME} OR person_id IN (SELECT m.person_id FROM public.member m WHERE m.name = {ME}))"
)
_OWNERS = {
    "crew": _MY_SEAT,
    "tour_crew": _MY_SEAT,
    "task": f"{ME} IN (assignee, reviewer, created_by)",
    "saved_view": f"(who = {ME} OR is_shared)",
    "visit_series": f"visitor = {ME}",
    "callback": f"{ME} IN (who, taken_by)",
    "expense": f"({_MY_OWN} OR submitted_by = {ME})",
    "service_hours": f"({_MY_OWN} OR noted_by = {ME})",
}
"""What makes a row one's own where it is not the column `who`."""
_ALSO = {
    # Whoever is handed a matter sees what was told of it, whoever it is about; nothing more.
    "referral": f"to_member = {ME}",
    "access_request": f"who = {ME}",
}
"""What shows a row although the person whom it is about is hidden."""
_CASEWORK = quoted(role.value for role in Role if role in RIGHTS[Right.READ_RESTRICTED])
_IS_ABOUT_KNOWN = mostly_not("id IN (SELECT sec_inside.hidden_notes())")
_MORE = {
    "note": (
        (
            mostly(
                f"access = 'team' OR author = {ME} OR (access = 'restricted'"
                f" AND (SELECT sec.role()) IN ({_CASEWORK}))"
            )
        ),
        _IS_ABOUT_KNOWN,
    )
}
"""What else must hold before anyone sees a row."""
_MORE_OF_VISITORS = {
    # What others wrote for some, or before they met the person, stays away from volunteers.
    "note": (
        mostly(
            f"author = {ME} OR (access = 'team' AND happened_at"
            " >= ((SELECT sec_inside.met()) ->> person_id::text)::timestamptz)"
        ),
        _IS_ABOUT_KNOWN,
    )
}
"""The same for those who see people by visiting them; `visited_notes()` says it once more."""


_ALONG_PEOPLE = frozenset({"person", "person_name_key", "visit", "note", "note_person", "letter"})
"""Tables whose lists and searches go by the few people whom a volunteer visits.

The others are looked up for one person: that there is no row is then found without asking whom
somebody visits.
"""


def predicate(table: Table, reads: Reads, roles: str = "") -> str:
    """Answer the SQL over a table for the rows that a way of reading lets through.

    `roles` are those who read so, as literals in SQL: where `names_its_role`, nobody else does.
    """
    if reads is Reads.NOTHING:
        return "false"
    if reads is Reads.ALL:
        return "true"
    if reads is Reads.GROUP:
        return psp.sees(table.name)
    extra = list(_MORE.get(table.name, ()))
    if reads is Reads.OWN:
        own = _OWNERS.get(table.name, f"who = {ME}")
        return " AND ".join([own, *_known(table, roles), *extra])
    if reads is Reads.VISITED:
        ways = [_visited(table, path) for path in _paths(table)]
        # Of a pair both must be known; one of them is visited. Who is visited is known.
        known = _known(table, roles) if len(ways) > 1 else []
        more = _MORE_OF_VISITORS.get(table.name, extra)
        return " AND ".join([f"({' OR '.join(ways)})", *known, *more])
    clauses = " AND ".join([*_known(table, roles), *extra]) or "true"
    return f"({_ALSO[table.name]} OR {clauses})" if table.name in _ALSO else clauses


def names_its_role(table: Table, reads: Reads) -> bool:
    """Answer whether the rows of a way of reading are nobody's who has not, or no longer, its role.

    What says who is visited, or hidden, asks the list of colleagues itself, once there is a row:
    asking twice costs each mention of a table a plan and a lookup.
    """
    ways = _paths(table)
    if reads is Reads.VISITED:
        return bool(ways) and all(map(_is_direct, ways))
    return (
        reads in {Reads.KNOWN, Reads.OWN}
        and table.name not in {"person", *_ALSO}
        and any(map(_is_direct, ways))
    )


def is_change_allowed(table: Table, reads: Reads) -> str:
    """Answer the SQL over a row for changing it: nobody grants what was asked for in their name."""
    if reads is Reads.KNOWN and table.name == "access_request":
        return " AND ".join(_known(table))
    return predicate(table, reads)


def is_new_allowed(table: Table, reads: Reads) -> str:
    """Answer the SQL over a new row of a table: about whom, and in whose name, it may be."""
    if reads in {Reads.NOTHING, Reads.KNOWN} and table.name == "household":
        return "true"  # who lives there is said afterwards
    if reads is Reads.OWN and table.name == "expense":
        return f"{predicate(table, reads)} AND state = 'submitted'"
    if reads is Reads.GROUP:
        return psp.may_be_new(table.name)
    if reads is not Reads.NOTHING:
        return predicate(table, reads)
    known = [piece for piece in _known(table) if "EXISTS" not in piece]
    mine = [f"who = {ME}"] if "who" in table.c else []
    return " AND ".join([*known, *mine]) or "true"


def _paths(table: Table) -> list[str]:
    entry = _ENTRIES[table.name]
    return [path for path in entry.whose if (table.name, path) not in _UNSEEN]


def _known(table: Table, roles: str = "") -> list[str]:
    return [_is_known(table, path, roles) for path in _paths(table)]


def _is_known(table: Table, path: str, roles: str) -> str:
    near, _, far = path.partition(".")
    column, _, pointing = near.partition("<")
    if pointing or far:
        return _leads(table, path)
    # To who has another role nobody is known, nor where nothing says who is hidden.
    of = f"ARRAY[{roles}]" if roles else "NULL"
    key = f"coalesce({column}::text, '')" if table.c[column].nullable else f"{column}::text"
    known = f"NOT (SELECT sec_inside.hidden({of})) ? {key}"
    return mostly(f"NOT is_restricted OR {known}" if table.name == "person" else known)


def _visited(table: Table, path: str) -> str:
    if not _is_direct(path):
        return _leads(table, path)
    seen = among(path, "sec_inside.visited()")
    return seen if table.name in _ALONG_PEOPLE else mostly(seen)


def _is_direct(path: str) -> bool:
    """Answer whether a path is a column with the key of a person, and leads through no table."""
    return "<" not in path and "." not in path


def _leads(table: Table, path: str) -> str:
    """Answer the SQL for rows whose row in another table is seen, by the policies of that."""
    near, _, _far = path.partition(".")
    column, _, pointing = near.partition("<")
    if pointing:
        other = metadata.tables[pointing]
        back = next(key.parent for key in other.foreign_keys if key.column.table is table)
        return mostly(
            f"EXISTS (SELECT FROM {pointing} x WHERE x.{back.name} = {table.name}.{column})"
        )
    (key,) = table.c[column].foreign_keys
    target = key.column.table.name
    found = mostly(f"EXISTS (SELECT FROM {target} x WHERE x.id = {table.name}.{column})")
    return f"({column} IS NULL OR {found})" if table.c[column].nullable else found
