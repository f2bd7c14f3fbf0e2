"""Which people volunteers visit, kept ready: policies ask it for each mention of a table.

Asked of the visits themselves, a card of a volunteer took half as long again. What time alone
changes is not kept but asked: for how long after a visit somebody is seen, and what a volunteer
was told of. Whoever changes a visit, a match, a card or a colleague counts the volunteers anew
whom it concerns, one after the other, so that the last one has seen what all others wrote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.access.rules import TABLE_RIGHTS, Reads, Role
from app.admin.settings.rules import VISITED_MONTHS
from db.server.identity import asking, function
from db.server.names import BACKUP, GUARD, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

READ_VISITED = [
    role
    for role in Role
    if any(rights.reads(role) is Reads.VISITED for rights in TABLE_RIGHTS.values())
]
"""Who sees people by visiting them: volunteers."""
_ROLES = quoted(role.value for role in READ_VISITED)
_MONTHS = f"""coalesce((SELECT s.value::integer FROM public.office_setting s
    WHERE s.name = '{VISITED_MONTHS.name}'), {VISITED_MONTHS.usual})"""
"""For how many months after a visit a volunteer still sees the person, as the office chose."""

_TABLE = f"""
CREATE TABLE IF NOT EXISTS sec.visiting (
    who text NOT NULL, person uuid NOT NULL, last timestamp NOT NULL, met timestamp NOT NULL,
    is_restricted boolean NOT NULL, PRIMARY KEY (who, person));
CREATE INDEX IF NOT EXISTS ix_visiting_person ON sec.visiting (person);
ALTER TABLE sec.visiting OWNER TO {GUARD};
REVOKE ALL ON sec.visiting FROM PUBLIC;
GRANT SELECT ON sec.visiting TO {BACKUP};
COMMENT ON TABLE sec.visiting IS
    'Whom each volunteer has visited or is in charge of: last visit, since when they know them.';
"""


def _told(names: str) -> str:
    """Answer the SQL of what the table must hold about some colleagues.

    A volunteer knows a person since the match or the first own visit, and always who is in charge
    of one; all cards of one human being are alike.
    """
    return f"""
WITH told AS (
    SELECT v.visitor AS who, v.client_id AS id, max(v.planned_start) AS last,
        min(v.planned_start)::date::timestamp AS met
        FROM public.visit v WHERE v.visitor = ANY ({names}) AND v.status <> 'cancelled'
        GROUP BY v.visitor, v.client_id
    UNION ALL SELECT p.responsible, p.id, 'infinity', '-infinity' FROM public.person p
        WHERE p.responsible = ANY ({names})
    UNION ALL SELECT c.name, m.person_id, NULL,
        coalesce(m.introduced_on, m.running_from, m.proposed_on)::timestamp
        FROM public.match m JOIN public.member c ON c.person_id = m.visitor_id
        WHERE c.name = ANY ({names})),
one AS (SELECT t.who, coalesce(p.linked_to, p.id) AS id, max(t.last) AS last, min(t.met) AS met
    FROM told t JOIN public.person p ON p.id = t.id
    GROUP BY t.who, coalesce(p.linked_to, p.id) HAVING max(t.last) IS NOT NULL)
SELECT o.who, p.id AS person, o.last, o.met, p.is_restricted
    FROM one o JOIN public.person p ON p.id = o.id
UNION ALL SELECT o.who, p.id, o.last, o.met, p.is_restricted
    FROM one o JOIN public.person p ON p.linked_to = o.id"""


# Whoever links or restricts a card waits for all who count, and they for them; those who count
# the same volunteer wait for each other. What is counted then is what all of them have left.
_COUNT = f"""
DECLARE these text[]; BEGIN
LOCK TABLE sec.visiting IN ROW EXCLUSIVE MODE;
these := ARRAY(SELECT m.name FROM public.member m WHERE m.name = ANY (names)
    AND m.role IN ({_ROLES}) ORDER BY m.name FOR NO KEY UPDATE);
DELETE FROM sec.visiting k WHERE k.who = ANY (names) AND k.who <> ALL (these);
IF these = '{{}}' THEN RETURN; END IF;
WITH now AS MATERIALIZED ({_told("these")}),
gone AS (DELETE FROM sec.visiting k WHERE k.who = ANY (these) AND NOT EXISTS
    (SELECT FROM now n WHERE n.who = k.who AND n.person = k.person))
INSERT INTO sec.visiting AS k (who, person, last, met, is_restricted)
    SELECT n.who, n.person, n.last, n.met, n.is_restricted FROM now n
    ON CONFLICT (who, person) DO UPDATE
    SET last = excluded.last, met = excluded.met, is_restricted = excluded.is_restricted
    WHERE (k.last, k.met, k.is_restricted)
        IS DISTINCT FROM (excluded.last, excluded.met, excluded.is_restricted);
END"""
_COUNT_ALL = """
DO $do$ DECLARE names text[] := ARRAY(SELECT m.name FROM public.member m); BEGIN
DELETE FROM sec.visiting k WHERE k.who <> ALL (names);
PERFORM sec.count_visiting(names); END $do$;
"""
_LOCK = """
IF (OLD.linked_to, OLD.is_restricted) IS DISTINCT FROM (NEW.linked_to, NEW.is_restricted) THEN
    LOCK TABLE sec.visiting IN SHARE ROW EXCLUSIVE MODE; END IF;"""


class _Watched(NamedTuple):
    """A table whose changes tell whom volunteers visit."""

    whose: str
    """The SQL of names of colleagues whom changed rows concern; `{rows}` are the rows `c`."""
    asked: tuple[str, ...]
    """The columns that it asks for."""
    columns: tuple[str, ...]
    """The columns, or conditions over them, whose change concerns anybody."""
    before: str = ""
    """What is done before a changed row is counted."""


_WATCHED = {
    "visit": _Watched(
        "SELECT DISTINCT c.visitor FROM {rows}",
        ("visitor",),
        ("visitor", "client_id", "planned_start", "status = 'cancelled'"),
    ),
    "match": _Watched(
        "SELECT m.name FROM {rows} JOIN public.member m ON m.person_id = c.visitor_id",
        ("visitor_id",),
        ("visitor_id", "person_id", "introduced_on", "running_from", "proposed_on"),
    ),
    "member": _Watched("SELECT c.name FROM {rows}", ("name",), ("name", "role", "person_id")),
    "person": _Watched(
        "SELECT c.responsible FROM {rows}"
        " UNION SELECT k.who FROM {rows} JOIN sec.visiting k ON k.person = c.id"
        " UNION SELECT k.who FROM {rows} JOIN sec.visiting k ON k.person = c.linked_to",
        ("responsible", "id", "linked_to"),
        ("responsible", "linked_to", "is_restricted"),
        _LOCK,
    ),
}

MINE = f"""
FROM public.member m JOIN sec.visiting k ON k.who = m.name
WHERE m.login = session_user AND m.is_active AND m.role IN ({_ROLES})
AND k.last > (SELECT public.nahbar_now() - make_interval(months => {_MONTHS}))::timestamp
AND (NOT k.is_restricted OR EXISTS (SELECT FROM public.person_access a
    WHERE a.person_id = k.person AND a.who = m.name AND a.valid_from <= public.nahbar_now()
    AND (a.valid_until IS NULL OR a.valid_until > public.nahbar_now())))"""
"""The people whom a volunteer who asks may know of; nobody for other roles."""
_FUNCTIONS = {
    "sec_inside.visited()": (
        "SETOF uuid",
        "People whom a volunteer who asks visits, or is in charge of, with all their cards.",
        f"BEGIN RETURN QUERY SELECT k.person {MINE}; END",
    ),
    "sec_inside.met()": (
        "jsonb",
        "Since when a volunteer who asks knows these people, by their keys.",
        (
            "BEGIN RETURN (SELECT coalesce("
            f"jsonb_object_agg(k.person::text, k.met::timestamptz), '{{}}') {MINE}); END"
        ),
    ),
    "sec_inside.visited_notes()": (
        "SETOF bigint",
        "Serial numbers of the notes that a volunteer who asks may read: the policy of notes.",
        # A search asks for the words of these alone; the policy itself would be planned twice.
        f"""
        BEGIN RETURN QUERY SELECT n.serial FROM (SELECT k.person, k.met, m.name {MINE}) k
            JOIN public.note n ON n.person_id = k.person
            WHERE (n.author = k.name
                OR (n.access = 'team' AND n.happened_at >= k.met::timestamptz))
            AND NOT EXISTS (SELECT FROM sec_inside.hidden_notes() h (id) WHERE h.id = n.id); END""",
    ),
}


def visiting_functions() -> str:
    """Answer the SQL of the functions that policies ask."""
    return "\n".join(asking(signature, *parts) for signature, parts in _FUNCTIONS.items())


def visiting_script() -> str:
    """Answer the SQL that keeps the table, also while data are brought in, and counts it anew."""
    planned = "SET plan_cache_mode = force_generic_plan"
    parts = [_TABLE, function("sec.count_visiting(names text[])", "void", _COUNT, more=planned)]
    for name, watched in _WATCHED.items():
        parts += _triggers(name, watched)
    return "\n".join((*parts, _COUNT_ALL))


def kept_wrongly() -> str:
    """Answer the SQL of colleagues about whom the table says something else than the visits."""
    names = f"ARRAY(SELECT m.name FROM public.member m WHERE m.role IN ({_ROLES}))"
    told = f"SELECT t.* FROM ({_told(names)}) t"
    kept = "SELECT k.who, k.person, k.last, k.met, k.is_restricted FROM sec.visiting k"
    return (
        f"SELECT DISTINCT w.who FROM (({told} EXCEPT {kept}) UNION ALL ({kept} EXCEPT {told})) w"
        " ORDER BY w.who LIMIT 20"
    )


def _triggers(table: str, watched: _Watched) -> Iterator[str]:
    """Answer triggers: of new and removed rows once for all of them, of a changed row each."""
    was, now = _rows(watched.asked)
    changed = f"(VALUES ({was}), ({now})) AS c ({', '.join(watched.asked)})"
    for rows, before, suffix in (("changed c", "", "many"), (changed, watched.before, "one")):
        names = watched.whose.format(rows=rows)
        yield function(
            f"sec.keep_visiting_by_{table}_{suffix}()",
            "trigger",
            f"BEGIN {before} PERFORM sec.count_visiting(ARRAY({names})); RETURN NULL; END",
        )
    was, now = _rows(watched.columns)
    ways = {
        "insert": ("REFERENCING NEW TABLE AS changed FOR EACH STATEMENT", "many"),
        "delete": ("REFERENCING OLD TABLE AS changed FOR EACH STATEMENT", "many"),
        "update": (f"FOR EACH ROW WHEN (({was}) IS DISTINCT FROM ({now}))", "one"),
    }
    for verb, (how, suffix) in ways.items():
        name = f"keep_visiting_{verb}"
        yield (
            f"CREATE OR REPLACE TRIGGER {name} AFTER {verb.upper()} ON public.{table} {how}"
            f" EXECUTE FUNCTION sec.keep_visiting_by_{table}_{suffix}();"
        )
        yield f"ALTER TABLE public.{table} ENABLE ALWAYS TRIGGER {name};"


def _rows(columns: tuple[str, ...]) -> tuple[str, str]:
    """Answer columns of a row as it was and as it is, as lists in SQL."""
    was, now = (", ".join(f"{row}.{column}" for column in columns) for row in ("OLD", "NEW"))
    return was, now
