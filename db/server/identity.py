"""Who asks, and whom they may know of: functions that every policy stands on."""

from __future__ import annotations

from db.server.names import GUARD, INSIDE, SAFE_PATH

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
        # A note about several is hidden from who may not know one of them.
        """
        BEGIN RETURN QUERY SELECT n.note_id FROM sec.restricted_note n WHERE NOT EXISTS
            (SELECT FROM public.person_access a JOIN public.member m ON m.name = a.who
            WHERE a.person_id = n.person_id AND m.login = session_user AND m.is_active
            AND a.valid_from <= public.nahbar_now()
            AND (a.valid_until IS NULL OR a.valid_until > public.nahbar_now())); END""",
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
    return "\n".join(asking(signature, *parts) for signature, parts in _FUNCTIONS.items())


def function(signature: str, answers: str, body: str, owner: str = GUARD, more: str = "") -> str:
    """Answer the SQL of a function that runs with the rights of its owner."""
    return (
        f"CREATE OR REPLACE FUNCTION {signature} RETURNS {answers} LANGUAGE plpgsql {more}"
        f" SECURITY DEFINER {SAFE_PATH} AS $body$ {body} $body$;\n"
        f"ALTER FUNCTION {signature} OWNER TO {owner};"
    )


def asking(signature: str, answers: str, why: str, body: str) -> str:
    """Answer the SQL of a function that only reads, and says itself what for."""
    whole = body if "BEGIN" in body else f"BEGIN {body} END"
    more = "STABLE PARALLEL SAFE" + (" ROWS 100" if answers.startswith("SETOF") else "")
    if signature.startswith(INSIDE) and "DECLARE" in body:
        # Asked again in each statement: planning takes several times as long as answering.
        more += " SET plan_cache_mode = force_generic_plan"
    return (
        function(signature, answers, whole, more=more)
        + f"\nCOMMENT ON FUNCTION {signature} IS $why${why}$why$;"
    )
