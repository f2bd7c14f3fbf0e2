"""Keeping the work of PSP members apart: what their tables get besides the usual policies.

Two things must hold for each row, whatever other policies let through: the role, and a seat at
the table of the group. What a group holds is read only with a look on record that still holds;
looks are written by a function alone, so that nobody reads without one.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.access.rules import Role
from app.access.rules.breaking_glass import GLASS_HOURS, SHORTEST_REASON
from app.referrals.psp.rules import Looked
from db.psp_access import open_minutes
from db.server.identity import function
from db.server.names import USER, group, quoted
from db.server.psp_counting import COUNTS, FIGURES, WITHHELD, WITHHOLDING, counting
from db.server.watching import watch
from db.tables import metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Table

PSP_ROLES = (Role.PSP_MEMBER,)
"""Who may see such a table at all, whatever else a policy would let through."""
PREFIX = "psp_"
"""How the tables of PSP groups begin, and no others."""
_MINE = "group_id IN (SELECT sec_inside.my_psp_groups())"
_OPEN = "group_id IN (SELECT sec_inside.open_psp_groups())"
_LOOKED_AT = "case_id IN (SELECT sec_inside.open_psp_cases())"
_SEEN = {
    "psp_group": "id IN (SELECT sec_inside.my_psp_groups())",
    "psp_member": _MINE,
    "psp_glass": _MINE,
    "psp_look": _MINE,
    "psp_case": _OPEN,
    "psp_meeting": _OPEN,
    "psp_criterion": _LOOKED_AT,
    "psp_fact": _LOOKED_AT,
    "psp_fact_recipient": (
        "fact_id IN (SELECT f.id FROM public.psp_fact f"
        " WHERE f.case_id IN (SELECT sec_inside.open_psp_cases()))"
    ),
    "psp_attendance": f"meeting_id IN (SELECT m.id FROM public.psp_meeting m WHERE m.{_OPEN})",
    "psp_agenda": f"meeting_id IN (SELECT m.id FROM public.psp_meeting m WHERE m.{_OPEN})",
    "psp_extract": _OPEN,
    "psp_task": (
        "agenda_id IN (SELECT a.id FROM public.psp_agenda a JOIN public.psp_meeting m"
        f" ON m.id = a.meeting_id WHERE m.{_OPEN})"
    ),
}
"""Which rows a member sees, in SQL over each table."""
_LED = "IN (SELECT sec_inside.led_psp_groups())"
_NEW = {
    # Who makes a group takes its first seat; all others are given theirs by the lead.
    "psp_group": "true",
    "psp_member": (
        f"(group_id {_LED} OR (is_lead AND member_name = (SELECT public.nahbar_me())"
        " AND NOT sec_inside.has_psp_members(group_id)))"
    ),
}
_LEADING = {"psp_group": f"id {_LED}", "psp_member": f"group_id {_LED}"}
"""What the lead alone changes."""

_SEAT = """m.member_name = me AND m.from_on <= today
    AND (m.until_on IS NULL OR m.until_on >= today)"""
_WHO = """
DECLARE me text := public.nahbar_me(); moment timestamptz := public.nahbar_now();
    today date := moment;
BEGIN
IF coalesce(sec.role(), '') <> 'psp_member' THEN RETURN; END IF;
RETURN QUERY """
_ENTERED = f"""SELECT m.group_id FROM public.psp_member m WHERE {_SEAT}
    UNION ALL SELECT g.group_id FROM public.psp_glass g
        WHERE g.who = me AND g.valid_from <= moment AND g.valid_until > moment"""
_LOOKS = "public.psp_look l WHERE l.who = me AND l.until > moment AND l.at <= moment"
_SETS = {
    "sec_inside.my_psp_groups()": _ENTERED,
    "sec_inside.led_psp_groups()": (
        f"SELECT m.group_id FROM public.psp_member m WHERE m.is_lead AND {_SEAT}"
    ),
    "sec_inside.open_psp_groups()": (
        f"SELECT e.group_id FROM ({_ENTERED}) e WHERE e.group_id IN (SELECT l.group_id FROM"
        f" {_LOOKS})"
    ),
    "sec_inside.open_psp_cases()": (
        f"SELECT l.case_id FROM {_LOOKS} AND l.case_id IS NOT NULL"
        f" AND l.group_id IN (SELECT e.group_id FROM ({_ENTERED}) e)"
    ),
}
_HAS_MEMBERS = "sec_inside.has_psp_members(of uuid)"
CALLED_BY_POLICIES = (*_SETS, "sec_inside.has_psp_members(uuid)")
"""Functions that the policies of these tables call."""

_LOOK_NAME = "sec.look_at_psp(of_group uuid, of_case uuid, looked text)"
_GLASS_NAME = "sec.break_psp_glass(called text, why text)"
_EXPIRED_NAME = "sec.expired_psp_facts(of_group uuid, today date)"

_EXPIRED_TABLE = (
    "TABLE (id uuid, case_id uuid, number text, category text, from_agency text, expires_on date)"
)
# What a fact says is read with its case alone; that it is to be deleted, with the group.
_EXPIRED = """
#variable_conflict use_column
BEGIN
PERFORM sec.need(ARRAY['psp_member']);
RETURN QUERY SELECT f.id, f.case_id, c.number, f.category, f.from_agency, f.expires_on
    FROM public.psp_fact f JOIN public.psp_case c ON c.id = f.case_id
    WHERE c.group_id = of_group AND c.group_id IN (SELECT sec_inside.open_psp_groups())
    AND f.expires_on < today ORDER BY f.expires_on, c.number, f.id;
END"""


def functions_script() -> str:
    """Answer the SQL of the functions that the policies of PSP tables stand on."""
    made = [
        function(name, "SETOF uuid", f"{_WHO}{body}; END", more="STABLE PARALLEL SAFE ROWS 10")
        for name, body in _SETS.items()
    ]
    has = "BEGIN RETURN EXISTS (SELECT FROM public.psp_member m WHERE m.group_id = of); END"
    made.append(function(_HAS_MEMBERS, "boolean", has, more="STABLE PARALLEL SAFE"))
    made.append(function(WITHHELD, "boolean[]", WITHHOLDING, more="IMMUTABLE PARALLEL SAFE"))
    return "\n".join(made)


def apart_script() -> str:
    """Answer the SQL that closes all tables of PSP groups, and of what opens them."""
    parts = [
        statement
        for table in metadata.sorted_tables
        if table.name.startswith(PREFIX)
        for statement in keep_apart(table)
    ]
    member = group(Role.PSP_MEMBER)
    for name, answers, body in (
        (_LOOK_NAME, "void", _look()),
        (_GLASS_NAME, "uuid", _glass()),
        (COUNTS, FIGURES, counting()),
        (_EXPIRED_NAME, _EXPIRED_TABLE, _EXPIRED),
    ):
        parts.append(function(name, answers, body))
        parts.append(f"GRANT EXECUTE ON FUNCTION {name} TO {member};")
    return "\n".join(parts)


def sees(table: str) -> str:
    """Answer the SQL over a table for the rows that a member of their group sees."""
    return _SEEN[table]


def may_be_new(table: str) -> str:
    """Answer the SQL over a new row of a table."""
    return _NEW.get(table, _SEEN[table])


def keep_apart(table: Table) -> Iterator[str]:
    """Answer the SQL that closes a table to all but PSP members, and audits it without contents.

    The policies are restrictive: they narrow every other one, those that are added later among
    them. Of a table that groups own, only members of the group see a row.
    """
    is_psp = f"(SELECT sec.role()) IN ({quoted(role.value for role in PSP_ROLES)})"
    yield from _restrictive(table, "psp_apart", "ALL", f"USING ({is_psp}) WITH CHECK ({is_psp})")
    if table.name in _SEEN:
        seen, new = sees(table.name), may_be_new(table.name)
        yield from _restrictive(table, "psp_seat", "SELECT", f"USING ({seen})")
        yield from _restrictive(table, "psp_new", "INSERT", f"WITH CHECK ({new})")
        changed = _LEADING.get(table.name, seen)
        yield from _restrictive(
            table, "psp_change", "UPDATE", f"USING ({changed}) WITH CHECK ({changed})"
        )
        yield from _restrictive(table, "psp_delete", "DELETE", f"USING ({changed})")
    yield from watch(table, is_told=False, is_psp=True)
    # `install` has closed all functions before; this one may come after it.
    yield f"REVOKE ALL ON FUNCTION sec.watch_{table.name}() FROM PUBLIC;"


def _restrictive(table: Table, name: str, verb: str, clauses: str) -> Iterator[str]:
    yield f"DROP POLICY IF EXISTS {name} ON public.{table.name};"
    yield (
        f"CREATE POLICY {name} ON public.{table.name} AS RESTRICTIVE FOR {verb} TO {USER}"
        f" {clauses};"
    )


def _look() -> str:
    # What is open may be looked at; to open it is to say who one is, which the program asks for.
    # A line of the register opens nothing.
    return f"""
BEGIN
PERFORM sec.need(ARRAY['psp_member']);
IF of_group NOT IN (SELECT sec_inside.my_psp_groups()) OR (of_case IS NOT NULL AND NOT EXISTS
    (SELECT FROM public.psp_case c WHERE c.id = of_case AND c.group_id = of_group)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'you have no seat in this group'; END IF;
IF looked <> 'opened' AND of_group NOT IN (SELECT sec_inside.open_psp_groups()) THEN
    RAISE insufficient_privilege USING MESSAGE = 'the group is not open'; END IF;
INSERT INTO public.psp_look (id, version, group_id, case_id, at, until, who, what)
    VALUES (gen_random_uuid(), 1, of_group, of_case, public.nahbar_now(),
    public.nahbar_now() + CASE WHEN looked = '{Looked.REGISTER.value}' THEN interval '0'
        ELSE interval '{open_minutes(date.max)} minutes' END, public.nahbar_me(), looked);
END"""


def _glass() -> str:
    return f"""
DECLARE found uuid; BEGIN
PERFORM sec.need(ARRAY['psp_member']);
IF length(btrim(why)) < {SHORTEST_REASON} THEN
    RAISE check_violation USING MESSAGE = 'the reason is too short'; END IF;
SELECT g.id INTO found FROM public.psp_group g
    WHERE lower(g.name) = lower(btrim(called)) AND g.is_active LIMIT 1;
IF found IS NULL THEN RETURN NULL; END IF;
INSERT INTO public.psp_glass (id, version, group_id, who, valid_from, valid_until, reason)
    VALUES (gen_random_uuid(), 1, found, public.nahbar_me(), public.nahbar_now(),
    public.nahbar_now() + interval '{GLASS_HOURS} hours', btrim(why));
RETURN found; END"""
