"""Who is editing what in a shared office, shown by locks that end with the connection.

The lock hinders nobody and holds no content. Who holds it is what the server itself says of the
connection, never what anybody claims. What is told and locked is a place made from the record's
key: it does not lead back to the key, and only who may see the record is told who is there.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import uuid5

from sqlalchemy import bindparam, text

from db.channel import CHANNEL

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Connection

HERE = "here"
"""Stands in place of a table in what is told when somebody begins or ends to edit."""
_FORMS_OF = {
    "person": (
        "client", "client_note", "letter", "volunteer", "volunteer_proof", "visiting_wish",
        "kept_apart", "courtesy_call", "courtesy_caller", "preventive_answer", "preventive_visit",
        "preventive_risk", "preventive_exemption",
    ),
    "note": ("note_correction",),
    "task": ("task",),
    "visit": ("visit_change", "visit_record"),
    "visit_series": (
        "visit_series_change", "visit_series_pause", "visit_series_end", "visit_series_add",
    ),
    "match": ("match_step", "match_note", "match_check_in"),
    "institution": ("institution",),
    "institution_contact": ("institution_contact",),
    "intake": ("intake", "intake_decision"),
    "consent": ("consent",),
    "relation": ("relation_change",),
    "escalation": ("concern_step", "concern_closing"),
    "expense": ("expense",),
    "stop": ("mobile_stop",),
    "vehicle": ("mobile_vehicle",),
    "tour": ("mobile_tour",),
    "tour_day": ("mobile_day", "mobile_cancel"),
    "appointment": ("appointment", "appointment_move"),
    "interpreter_request": ("interpreter_request",),
    "interpreter_pool": ("interpreter_pool",),
    "advice_contact": ("advice_contact",),
    "callback": ("callback", "callback_step"),
    "cost_item": ("cost_item",),
    "enquiry": (
        "enquiry", "enquiry_assessment", "enquiry_following", "enquiry_closing", "enquiry_answer",
    ),
    "housing_case": ("housing_case", "housing_case_step", "housing_case_closing"),
    "referral": ("handing_answer", "access_request"),
}  # fmt: skip
TABLE_OF = MappingProxyType({form: table for table, forms in _FORMS_OF.items() for form in forms})
"""The table of the record that a form is about, by the name that the form gives its draft."""
_IS_SEEN = MappingProxyType(
    {
        table: text(f"SELECT EXISTS (SELECT FROM public.{table} WHERE id = :key)").bindparams(  # noqa: S608 - a table of ours
            bindparam("key")
        )
        for table in _FORMS_OF
    }
)
_SAID = "pg_notify('{channel}', '{here}:{record}:')"
_HOLDERS = text(
    "SELECT DISTINCT m.name FROM pg_catalog.pg_locks l"
    " JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid"
    " JOIN public.member m ON m.login = a.usename AND m.is_active"
    " WHERE l.locktype = 'advisory' AND l.objsubid = 1 AND l.granted"
    " AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d"
    " WHERE d.datname = current_database())"
    " AND l.classid = CAST(:high AS oid) AND l.objid = CAST(:low AS oid)"
    " AND m.name <> public.nahbar_me() ORDER BY m.name"
).bindparams(bindparam("high"), bindparam("low"))


def place_of(record: UUID, doing: str) -> UUID:
    """Answer what is locked and told while somebody does something with a record."""
    return uuid5(record, doing)


def hold_words(place: UUID) -> str:
    """Answer the SQL that shows that a place is taken."""
    return f"SELECT pg_try_advisory_lock_shared({_key(place)}), {_say(place)}"


def let_go_words(place: UUID) -> str:
    """Answer the SQL that shows that it no longer is."""
    return f"SELECT pg_advisory_unlock_shared({_key(place)}), {_say(place)}"


def holders(connection: Connection, record: UUID, doing: str) -> tuple[str, ...]:
    """Answer the names of the colleagues who are at a record now, without the person at work.

    Nobody is there for somebody whom the server's policies hide the record from.
    """
    if connection.dialect.name != "postgresql":
        return ()
    table = TABLE_OF.get(doing)
    if table is None or not connection.scalar(_IS_SEEN[table], {"key": record}):
        return ()
    bits = place_of(record, doing).int >> 64
    found = connection.execute(_HOLDERS, {"high": bits >> 32, "low": bits & 0xFFFFFFFF})
    return tuple(found.scalars())


def _key(place: UUID) -> int:
    """Answer half of a place as a lock of the server knows it."""
    return int.from_bytes((place.int >> 64).to_bytes(8, "big"), "big", signed=True)


def _say(place: UUID) -> str:
    return _SAID.format(channel=CHANNEL, here=HERE, record=place)
