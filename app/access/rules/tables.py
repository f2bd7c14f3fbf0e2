"""Role by table by verb: what each role may read and write; each table of the schema is here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.access.rules.rights import RIGHTS, Right, Role

if TYPE_CHECKING:
    from collections.abc import Mapping


class Reads(StrEnum):
    """Which rows of a table a role may read."""

    NOTHING = "nothing"
    OWN = "own"
    """Rows that bear the own name."""
    VISITED = "visited"
    """Rows of people whom the reader visits."""
    KNOWN = "known"
    """Rows of everyone the reader may know of: restricted people only where named."""
    ALL = "all"
    GROUP = "group"
    """Rows of PSP groups that the reader is a named member of, and has opened."""


class Verb(StrEnum):
    """What can be done to a row."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"


Roles = frozenset[Role]

EVERYONE: Roles = frozenset(Role)
OFFICE: Roles = EVERYONE - {Role.VOLUNTEER, Role.DPO}
"""Those who work on people's files."""
_LEADING: Roles = frozenset({Role.ADMINISTRATOR, Role.COORDINATOR})
_NOBODY: Roles = frozenset()


@dataclass(frozen=True, slots=True)
class TableRights:
    """What each role may do with one table."""

    volunteer: Reads
    """What a volunteer reads."""
    office: Reads
    """What a coordinator, caseworker, PSP member or administrator reads."""
    dpo: Reads
    """What the data protection officer reads."""
    insert: Roles = _NOBODY
    update: Roles = _NOBODY
    delete: Roles = _NOBODY
    columns: Mapping[Role, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    """Where a role may update only some columns."""
    administrator: Reads | None = None
    """What an administrator reads where it is not what the office does."""
    strangers: bool = False
    """Whether someone who is not on the list of colleagues may write it as well."""
    psp_member: Reads | None = None
    """What a PSP member reads where it is not what the office does."""
    by_function: bool = False
    """Whether a server writes it by a function of its own alone."""

    def reads(self, role: Role) -> Reads:
        """Answer which rows a role may read."""
        kept = {
            Role.VOLUNTEER: self.volunteer,
            Role.DPO: self.dpo,
            Role.ADMINISTRATOR: self.administrator or self.office,
            Role.PSP_MEMBER: self.psp_member or self.office,
        }
        return kept.get(role, self.office)

    def writers(self, verb: Verb) -> Roles:
        """Answer who may do something to a row."""
        return {Verb.INSERT: self.insert, Verb.UPDATE: self.update, Verb.DELETE: self.delete}[verb]


def may_write(
    table: str, role: Role | None, verb: Verb, columns: frozenset[str] = frozenset()
) -> bool:
    """Answer whether a role may insert, delete, or update these columns of a row.

    None is someone who is not on a list of colleagues that has others on it.
    """
    rights = TABLE_RIGHTS[table]
    if role is None:
        return rights.strangers and verb is not Verb.DELETE
    if verb is Verb.UPDATE and role in rights.columns:
        return columns <= rights.columns[role]
    return role in rights.writers(verb)


def _file(*also: Role) -> TableRights:
    """Answer the rights on a part of people's files."""
    writers = OFFICE | set(also)
    return TableRights(Reads.VISITED, Reads.KNOWN, Reads.KNOWN, writers, writers, OFFICE)


def _by_right(right: Right, *, volunteer: Reads = Reads.NOTHING) -> TableRights:
    """Answer the rights on a table that only those with a right may write."""
    return TableRights(
        volunteer, Reads.KNOWN, Reads.KNOWN, RIGHTS[right], RIGHTS[right], RIGHTS[right]
    )


_PERSON = TableRights(
    Reads.VISITED, Reads.KNOWN, Reads.KNOWN, OFFICE, OFFICE, _NOBODY,
    # Whoever records a visit says with it when the person was last met.
    MappingProxyType({Role.VOLUNTEER: frozenset({"last_contact"})}),
)  # fmt: skip
_NOTES = _file(Role.VOLUNTEER)
# A volunteer takes back a slip of the same day and a wrong file; whose it is, the action asks.
_OWN_NOTES = replace(_NOTES, delete=OFFICE | {Role.VOLUNTEER})
_VISITS = replace(
    # What a series plans ahead goes with the rhythm that it came with: the office deletes. Whoever
    # visits writes the record and agrees on another time; whom, by whom and in which match or
    # series is the office's to say.
    _NOTES,
    delete=OFFICE,
    columns=MappingProxyType({Role.VOLUNTEER: frozenset({
        "planned_start", "planned_end", "is_fixed", "place", "place_note", "kind", "status",
        "not_held_reason", "actual_start", "actual_end", "note", "next_note", "kilometres",
        "recorded_by", "recorded_at", "is_unread", "read_by", "read_at",
    })}),
)  # fmt: skip
_KEPT = replace(_file(), delete=_NOBODY)
# Whoever goes along sees herself on the list; who else does, the paper of the day says.
_CREW = replace(_file(), volunteer=Reads.OWN)
_OFFICE_FILE = replace(_file(), volunteer=Reads.NOTHING)
# Whoever stands before a closed door begins it; the office closes it.
_WORRY = replace(_NOTES, update=OFFICE, delete=_NOBODY)
_LETTERS = replace(
    # What was written stays as it was printed; only how and when it left is said later.
    _KEPT, columns=MappingProxyType(dict.fromkeys(OFFICE, frozenset({"channel", "posted_on"})))
)  # fmt: skip
_TASKS = TableRights(
    Reads.OWN, Reads.KNOWN, Reads.KNOWN, EVERYONE - {Role.DPO}, EVERYONE - {Role.DPO}, OFFICE
)
_HANDED = TableRights(
    # Everyone may hand their own work over; whose it is, the action asks.
    Reads.NOTHING, Reads.KNOWN, Reads.KNOWN, OFFICE, OFFICE, OFFICE
)  # fmt: skip
_OWN = TableRights(
    Reads.OWN, Reads.OWN, Reads.OWN, EVERYONE, EVERYONE, EVERYONE, strangers=True
)  # fmt: skip
_CLAIMS = TableRights(
    # Volunteers submit their own; the office decides.
    Reads.OWN, Reads.KNOWN, Reads.KNOWN, OFFICE | {Role.VOLUNTEER}, OFFICE, OFFICE
)  # fmt: skip
_ADVICE = TableRights(
    # Volunteers count on the bus and answer the phone: they read what they wrote themselves.
    Reads.OWN, Reads.KNOWN, Reads.KNOWN, EVERYONE - {Role.DPO}, EVERYONE - {Role.DPO},
    EVERYONE - {Role.DPO},
)  # fmt: skip
_SHARED = TableRights(Reads.ALL, Reads.ALL, Reads.ALL, EVERYONE, EVERYONE, EVERYONE)
_LOG = TableRights(
    # Whoever answers requests about personal data says where the data went.
    Reads.NOTHING, Reads.NOTHING, Reads.KNOWN, EVERYONE, strangers=True, administrator=Reads.KNOWN
)  # fmt: skip
# What others did since one was here is told in the office; the lines name no contents.
_ACTS = replace(_LOG, office=Reads.ALL, dpo=Reads.ALL, administrator=None)
# Looks within an hour are counted in the own row.
_LOOKS = replace(_LOG, volunteer=Reads.OWN, office=Reads.OWN, update=EVERYONE)
_HOUSE = TableRights(Reads.ALL, Reads.ALL, Reads.ALL, _LEADING, _LEADING, _LEADING)
_ALL_OFFICE = TableRights(Reads.ALL, Reads.ALL, Reads.ALL, OFFICE, OFFICE, OFFICE)
_TRAVELS = replace(_ALL_OFFICE, volunteer=Reads.NOTHING, delete=_NOBODY)
_PACKED = replace(_TRAVELS, insert=RIGHTS[Right.TAKE_ALONG])
_MEMBERS = TableRights(
    Reads.ALL, Reads.ALL, Reads.ALL, RIGHTS[Right.MANAGE_MEMBERS], RIGHTS[Right.MANAGE_MEMBERS]
)

_PSP_ALONE: Roles = frozenset({Role.PSP_MEMBER})
_PSP = TableRights(
    # Named members of a group and nobody else, not even an administrator.
    Reads.NOTHING, Reads.NOTHING, Reads.NOTHING, _PSP_ALONE, _PSP_ALONE, _PSP_ALONE,
    psp_member=Reads.GROUP,
)  # fmt: skip
_PSP_KEPT = replace(_PSP, delete=_NOBODY)
_PSP_LOG = replace(_PSP, update=_NOBODY, delete=_NOBODY)

TABLE_RIGHTS: Mapping[str, TableRights] = MappingProxyType(
    {
        "absence": _file(),
        "access_request": replace(_OFFICE_FILE, delete=_NOBODY),
        "address_file": _HOUSE,
        "address_point": _HOUSE,
        "advice_contact": _ADVICE,
        "advice_referral": _OFFICE_FILE,
        # What was said stays as it was said.
        "answer": replace(_OFFICE_FILE, update=_NOBODY, delete=_NOBODY),
        "appointment": _OFFICE_FILE,
        "area": _HOUSE,
        "area_outline": _HOUSE,
        "attachment": _OWN_NOTES,
        "audit_line": _ACTS,
        # Volunteers on the phone line: calls that they took, or that were given to them.
        "callback": replace(_ADVICE, delete=OFFICE),
        "code_entry": _HOUSE,
        "consent": _KEPT,
        "cost_item": _HOUSE,
        "courtesy_call": _file(),
        "courtesy_caller": _file(),
        "crew": _CREW,
        "custom_field": _HOUSE,
        "custom_value": _file(),
        "deletion": TableRights(
            Reads.NOTHING, Reads.NOTHING, Reads.ALL, RIGHTS[Right.DELETE], administrator=Reads.ALL
        ),
        "disclosure": TableRights(Reads.NOTHING, Reads.KNOWN, Reads.KNOWN, OFFICE | {Role.DPO}),
        "distance": _HOUSE,
        "draft": _OWN,
        "duplicate_pair": _by_right(Right.LINK_PEOPLE),
        # What was said on the phone stays; what came of it is the office's own.
        "enquiry": replace(_OFFICE_FILE, delete=_NOBODY),
        "enquiry_category": _OFFICE_FILE,
        "enquiry_step": replace(_OFFICE_FILE, update=_NOBODY, delete=_NOBODY),
        "escalation": _WORRY,
        "escalation_step": replace(_NOTES, update=_NOBODY, delete=_NOBODY),
        "exclusion": _file(),
        "expense": _CLAIMS,
        "export_log": _LOG,
        "exported_person": _LOG,
        "free_time": _file(),
        "handover": _HANDED,
        "handover_item": _HANDED,
        "held_row": _by_right(Right.IMPORT),
        "household": _file(),
        "household_member": _file(),
        "household_refusal": _file(),
        "housing_case": replace(_OFFICE_FILE, delete=_NOBODY),
        "housing_case_partner": _OFFICE_FILE,
        "housing_case_step": replace(_OFFICE_FILE, update=_NOBODY, delete=_NOBODY),
        "import_run": _by_right(Right.IMPORT),
        "institution": _ALL_OFFICE,
        "institution_contact": _file(),
        "institution_language": _ALL_OFFICE,
        "intake": _file(),
        "intake_answer": _file(),
        "interpreter_pool": _ALL_OFFICE,
        "interpreter_request": _OFFICE_FILE,
        "last_here": _OWN,
        "letter": _LETTERS,
        "letter_run": _ALL_OFFICE,
        "letter_run_item": _file(),
        "letter_template": _ALL_OFFICE,
        "look": _LOOKS,
        "match": _file(),
        "match_event": _file(),
        "member": _MEMBERS,
        "note": _OWN_NOTES,
        "note_person": _OWN_NOTES,
        "note_version": replace(_NOTES, update=_NOBODY, delete=_NOBODY),
        "office": _HOUSE,
        "office_setting": _HOUSE,
        "own_word": _SHARED,
        "person": _PERSON,
        # Every list asks whom the reader may know of.
        "person_access": _by_right(Right.RESTRICT, volunteer=Reads.OWN),
        "person_address": _file(),
        "person_language": _file(),
        "person_link": _by_right(Right.LINK_PEOPLE),
        "person_name_key": _file(),
        "person_reach": _file(),
        "person_role": _file(),
        # Whoever visits reads of the visit, not of the reasons for which it is offered.
        "preventive_exemption": _OFFICE_FILE,
        "preventive_offer": _OFFICE_FILE,
        "preventive_rule": _HOUSE,
        "proof": _file(),
        "psp_agenda": _PSP,
        "psp_attendance": _PSP,
        "psp_case": _PSP,
        "psp_criterion": _PSP,
        "psp_extract": _PSP_LOG,
        "psp_fact": _PSP,
        "psp_fact_recipient": _PSP,
        "psp_glass": replace(_PSP_LOG, by_function=True),
        "psp_group": _PSP_KEPT,
        "psp_look": replace(_PSP_LOG, by_function=True),
        "psp_meeting": _PSP_KEPT,
        "psp_member": _PSP_KEPT,
        "psp_task": _PSP,
        # What left the office stays on record; whoever was handed it answers.
        "referral": replace(_OFFICE_FILE, delete=_NOBODY),
        "referral_event": replace(_OFFICE_FILE, update=_NOBODY, delete=_NOBODY),
        "relation": _file(),
        "requirement": _HOUSE,
        "retention_rule": TableRights(
            Reads.NOTHING, Reads.ALL, Reads.ALL, RIGHTS[Right.DELETE], RIGHTS[Right.DELETE]
        ),
        "risk": _OFFICE_FILE,
        "saved_view": _OWN,
        "service_hours": _CLAIMS,
        "snippet": _SHARED,
        "stop": _ALL_OFFICE,
        "stop_waiting": _OFFICE_FILE,
        # That a suitcase went is not taken back; what came back of it is decided once.
        "suitcase": _PACKED,
        "suitcase_merge": _TRAVELS,
        "suitcase_row": replace(_PACKED, update=_NOBODY),
        "task": _TASKS,
        "template_test": _ALL_OFFICE,
        "template_version": _ALL_OFFICE,
        "term": _ALL_OFFICE,
        "timetable": _ALL_OFFICE,
        "tour": _ALL_OFFICE,
        "tour_crew": _CREW,
        "tour_day": _ALL_OFFICE,
        "tour_halt": _ALL_OFFICE,
        "tour_stop": _ALL_OFFICE,
        "training": _file(),
        "vehicle": _ALL_OFFICE,
        "visit": _VISITS,
        # Whoever corrects a record takes back what was ticked.
        "visit_activity": _OWN_NOTES,
        "visit_flag": _OWN_NOTES,
        "visit_series": replace(_file(), volunteer=Reads.OWN),
        "visiting_wish": _file(),
        "volunteer": _file(),
        "volunteer_trait": _file(),
        "wish_trait": _file(),
    }
)
"""Every table; a test holds it against the models, and the database's own policies follow it."""
