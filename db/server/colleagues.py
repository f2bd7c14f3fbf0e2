"""Colleagues of an office that is brought to a server: their names lead to what is theirs there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.lines import Raw
    from db.server.copying import Source

_MEMBERS = "SELECT id, version, name, role, is_active, person_id, since FROM member"
_OWNERS = (
    "SELECT who FROM draft UNION SELECT who FROM last_here UNION SELECT who FROM saved_view"
    " UNION SELECT who FROM snippet WHERE who <> ''"
)
# A login of another server is none here, and could be that of somebody else.
_ADD = (
    "INSERT INTO public.member (id, version, name, role, is_active, person_id, since)"
    " VALUES (%s, %s, %s, %s, %s, %s, (%s || '+00')::timestamptz) ON CONFLICT DO NOTHING"
)
_JOIN = (
    "UPDATE public.member SET person_id = %s, version = version + 1"
    " WHERE name = %s AND person_id IS NULL"
)
_ADD_OWNER = (
    "INSERT INTO public.member (id, version, name, role, is_active, since)"
    " VALUES (gen_random_uuid(), 1, %s, 'volunteer', true, now()) ON CONFLICT DO NOTHING"
)
_WITHOUT = "SELECT name, role FROM public.member WHERE login IS NULL AND is_active ORDER BY name"


def bring_members(driver: Raw, source: Source) -> tuple[tuple[str, str], ...]:
    """Bring the colleagues whom the server does not know yet; one of the same name is the same.

    Whoever has drafts, saved views or snippets but stands on no list becomes a volunteer, who
    may see least. Answers name and role of everyone who has no login yet.
    """
    driver.execute("SET LOCAL session_replication_role = replica")
    for row in source.rows(_MEMBERS):
        key, version, name, role, is_active, person, since = row
        driver.execute(_ADD, (key, version, name, role, bool(is_active), person, since))
        if person is not None:
            driver.execute(_JOIN, (person, name))
    for (name,) in source.rows(_OWNERS):
        driver.execute(_ADD_OWNER, (name,))
    driver.execute("SET LOCAL session_replication_role = origin")
    return tuple(driver.execute(_WITHOUT).fetchall())
