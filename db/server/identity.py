"""Who asks, and whom they may know of: functions that every policy stands on."""

from __future__ import annotations

from app.access.rules import TABLE_RIGHTS, Reads, Role
from app.admin.settings.rules import VISITED_MONTHS
from db.server.names import GUARD, INSIDE, SAFE_PATH, quoted

READ_VISITED = [
    role
    for role in Role
    if any(rights.reads(role) is Reads.VISITED for rights in TABLE_RIGHTS.values())
]
"""Who sees people by visiting them: volunteers."""
_MONTHS = f"""coalesce((SELECT s.value::integer FROM public.office_setting s
                    WHERE s.name = '{VISITED_MONTHS.name}'), {VISITED_MONTHS.usual})"""
"""For how many months after a visit a volunteer still sees the person, as the office chose."""

_FUNCTIONS = {
    "sec.role()": (
        "text",
        "The role of whoever asks; nothing for one who is not, or no longer, a colleague.",
        "RETURN (SELECT m.role FROM public.member m WHERE m.login = session_user AND m.is_active);",
    ),
    "public.nahbar_me()": (
        "text",
        "The name of whoever asks, as the office knows it; '' for anyone else.",
        (
            "RETURN coalesce((SELECT m.name FROM public.member m"
            " WHERE m.login = session_user AND m.is_active), '');"
        ),
    ),
    "sec.is_owner()": (
        "boolean",
        "Whether the server itself is being looked after.",
        (
            "RETURN (SELECT r.rolsuper OR pg_has_role(r.oid, 'nahbar_owner', 'MEMBER')"
            " FROM pg_roles r WHERE r.rolname = session_user);"
        ),
    ),
    "sec_inside.hidden(roles text[])": (
        "jsonb",
        "Keys of restricted people of whom whoever asks may not know; nothing for other roles.",
        # Asked for each mention of a table; what is kept ready, without those one was told of.
        """
        BEGIN RETURN (SELECT r.people - ARRAY(SELECT a.person_id::text FROM public.person_access a
                WHERE a.who = (SELECT m.name FROM public.member m
                    WHERE m.login = session_user AND m.is_active)
                AND a.valid_from <= public.nahbar_now()
                AND (a.valid_until IS NULL OR a.valid_until > public.nahbar_now()))
            FROM sec.restricted r WHERE roles IS NULL OR EXISTS (SELECT FROM public.member m
                WHERE m.login = session_user AND m.is_active AND m.role = ANY (roles))); END""",
    ),
    "sec_inside.hidden_notes()": (
        "SETOF uuid",
        "Notes that are also about somebody of whom whoever asks may not know.",
        (
            "BEGIN RETURN QUERY SELECT n.note_id FROM public.note_person n WHERE n.person_id"
            " = ANY (ARRAY(SELECT jsonb_object_keys(sec_inside.hidden(NULL)))::uuid[]); END"
        ),
    ),
    "sec_inside.visited()": (
        "SETOF uuid",
        "People whom a volunteer who asks visits, or is in charge of, with all their cards.",
        # Asked several times in a statement, so each lookup counts. First the people as an array;
        # their cards say themselves whether they are restricted. The policies leave the role to it.
        f"""
        DECLARE me text; mine uuid[]; as_of timestamp; at timestamptz := public.nahbar_now();
        BEGIN
        SELECT m.name, at - make_interval(months => {_MONTHS}) INTO me, as_of
            FROM public.member m WHERE m.login = session_user AND m.is_active
            AND m.role IN ({quoted(role.value for role in READ_VISITED)});
        IF me IS NULL THEN RETURN; END IF;
        mine := ARRAY(SELECT DISTINCT v.client_id FROM public.visit v WHERE v.visitor = me
                AND v.status <> 'cancelled' AND v.planned_start > as_of)
            || ARRAY(SELECT p.id FROM public.person p WHERE p.responsible = me);
        RETURN QUERY SELECT p.id FROM public.person p
            WHERE (p.id = ANY (mine) OR p.linked_to = ANY (mine) OR p.id = ANY (ARRAY(
                SELECT l.linked_to FROM public.person l
                WHERE l.linked_to IS NOT NULL AND l.id = ANY (mine))))
            AND (NOT p.is_restricted OR EXISTS (SELECT FROM public.person_access a
                WHERE a.person_id = p.id AND a.who = me AND a.valid_from <= at
                AND (a.valid_until IS NULL OR a.valid_until > at)));
        END""",
    ),
    "sec_inside.met()": (
        "jsonb",
        "Since when whoever asks knows people, by their keys: by a match, or the first own visit.",
        # All at once: asked about each person, a search takes a hundred times as long.
        """
        DECLARE me text := public.nahbar_me(); ids uuid[]; days timestamptz[]; BEGIN
        IF me = '' THEN RETURN '{}'; END IF;
        SELECT array_agg(d.id), array_agg(d.at) INTO ids, days FROM (
            SELECT p.id, '-infinity'::timestamptz AS at FROM public.person p
                WHERE p.responsible = me
            UNION ALL SELECT m.person_id,
                coalesce(m.introduced_on, m.running_from, m.proposed_on)::timestamptz
                FROM public.match m WHERE m.visitor_id = ANY (ARRAY
                (SELECT c.person_id FROM public.member c WHERE c.name = me AND c.is_active))
            UNION ALL SELECT v.client_id, min(v.planned_start)::date::timestamptz
                FROM public.visit v WHERE v.visitor = me AND v.status <> 'cancelled'
                GROUP BY v.client_id) d;
        RETURN (WITH one AS (SELECT coalesce(p.linked_to, p.id) AS id, min(d.at) AS at
            FROM unnest(ids, days) AS d (id, at) JOIN public.person p ON p.id = d.id GROUP BY 1),
        card AS (SELECT o.id, o.at FROM one o UNION ALL SELECT p.id, o.at
            FROM one o JOIN public.person p ON p.linked_to = o.id)
        SELECT coalesce(jsonb_object_agg(k.id::text, k.at), '{}') FROM card k); END""",
    ),
    "sec.last_reached(of uuid, OUT visited timestamp, OUT spoken timestamptz)": (
        "record",
        "When a person was last met and spoken to, whoever may read the notes on it.",
        # Each question by itself, along its index: joined by "or" they read all notes.
        """
        DECLARE one uuid; cards uuid[];
        BEGIN
        IF sec.role() IS NULL OR sec_inside.hidden(NULL) ? of::text IS NOT FALSE THEN
            RETURN; END IF;
        one := (SELECT coalesce(p.linked_to, p.id) FROM public.person p WHERE p.id = of);
        cards := ARRAY(SELECT c.id FROM public.person c WHERE c.id = one OR c.linked_to = one);
        visited := greatest(
            (SELECT max(v.actual_start) FROM public.visit v WHERE v.status = 'held'
                AND v.client_id = ANY (cards)),
            (SELECT max(a.day)::timestamp FROM public.appointment a WHERE a.state = 'done'
                AND a.person_id = ANY (cards)));
        spoken := greatest(
            (SELECT max(n.happened_at) FROM public.note n
                WHERE n.reached AND n.person_id = ANY (cards)),
            (SELECT max(n.happened_at) FROM public.note_person x JOIN public.note n
                ON n.id = x.note_id WHERE n.reached AND x.person_id = ANY (cards)));
        END""",
    ),
    "sec.need(roles text[])": (
        "void",
        "Goes on only for these roles, or for who looks after the server.",
        (
            "BEGIN IF NOT sec.is_owner() AND NOT coalesce(sec.role() = ANY (roles), false) THEN"
            " RAISE insufficient_privilege USING MESSAGE = 'your role does not allow this';"
            " END IF; END"
        ),
    ),
}


def identity_script() -> str:
    """Answer the SQL of these functions; `nahbar_me()` replaces that of a plain schema."""
    return "\n".join(_function(signature, *parts) for signature, parts in _FUNCTIONS.items())


def function(signature: str, answers: str, body: str, owner: str = GUARD, more: str = "") -> str:
    """Answer the SQL of a function that runs with the rights of its owner."""
    return (
        f"CREATE OR REPLACE FUNCTION {signature} RETURNS {answers} LANGUAGE plpgsql {more}"
        f" SECURITY DEFINER {SAFE_PATH} AS $body$ {body} $body$;\n"
        f"ALTER FUNCTION {signature} OWNER TO {owner};"
    )


def _function(signature: str, answers: str, why: str, body: str) -> str:
    whole = body if "BEGIN" in body else f"BEGIN {body} END"
    more = "STABLE PARALLEL SAFE" + (" ROWS 100" if answers.startswith("SETOF") else "")
    if signature.startswith(INSIDE) and "DECLARE" in body:
        # Asked again in each statement: planning takes several times as long as answering.
        more += " SET plan_cache_mode = force_generic_plan"
    return (
        function(signature, answers, whole, more=more)
        + f"\nCOMMENT ON FUNCTION {signature} IS $why${why}$why$;"
    )
