"""Puts one row about a person into every table of the schema, whatever tables there are."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from sqlalchemy import Boolean, Date, DateTime, Float, Integer, LargeBinary, Uuid, insert

from db.base import Instant
from db.belongings import about_people
from db.tables import metadata
from db.word_index import Worded, fill_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Column, Table

    from app.office import Act

CODES: Mapping[str, str] = {
    "visit.status": "planned",
    "visit.place": "home",
    "visit.not_held_reason": "",
    "visit.kind": "home",
    "visit_series.kind": "home",
    "visit_series.frequency": "weekly",
    "visit_series.monthly_by": "",
    "visit_series.place": "home",
    "visit_series.on_holidays": "skip",
    "note.access": "team",
    "note.medium": "phone",
    "note.topics": "",
    "note.follow_up": "open",
    "person_role.role": "client",
    "person_language.tag": "de",
    "person_language.level": "",
    "person_reach.kind": "phone",
    "person_address.label": "other",
    "person_address.country": "DE",
    "address_point.country": "DE",
    "institution.country": "DE",
    "office.country": "DE",
    "institution.kind": "police",
    "relation.kind": "kin",
    "consent.purpose": "visits",
    "consent.state": "given",
    "consent.how": "spoken",
    "disclosure.purpose": "visits",
    "disclosure.basis": "consent",
    "intake.service": "visiting",
    "intake.stage": "open",
    "intake.source": "self",
    "task.state": "open",
    "task.repeats": "",
    "task.origin": "",
    "letter.template": "appointment",
    "letter.language": "de",
    "duplicate_pair.verdict": "",
    "duplicate_pair.reasons": "[]",
    "letter_run_item.state": "written",
    "letter_run_item.problem": "",
    "letter.layout": "",
    "letter.channel": "",
    "letter.second_language": "",
    "held_row.fields": "{}",
    "held_row.reasons": "[]",
    "note_version.fields": "{}",
    "member.role": "administrator",
    "custom_field.kind": "text",
    "custom_field.choices": "[]",
    "code_entry.list_name": "topics",
    "visiting_wish.service_kind": "home",
    "visiting_wish.frequency": "weekly",
    "visiting_wish.gender_wish": "",
    "visiting_wish.least_level": "good",
    "wish_trait.kind": "interest",
    "wish_trait.code": "music",
    "enquiry.country": "DK",
    "enquiry.channel": "phone",
    "enquiry.urgency": "u3",
    "enquiry.state": "new",
    "enquiry.children": "unknown",
    "enquiry.told_resident": "unknown",
    "enquiry.resident_knows": "unknown",
    "enquiry.outcome": "",
    "enquiry_category.code": "isolation",
    "enquiry_step.kind": "task",
    "enquiry_step.target_table": "task",
    "housing_case.country": "DK",
    "housing_case.kind": "house_rules",
    "housing_case.stage": "complaint",
    "housing_case_step.stage": "complaint",
    "escalation.code": "no_one_opened",
    "escalation.chain_code": "no_one_opened",
    "escalation.result": "",
    "escalation_step.code": "ring",
    "escalation_step.result": "nobody",
    "visit_activity.code": "walk",
    "visit_flag.code": "fall",
    "visit_flag.severity": "soon",
    "match.stage": "running",
    "match.end_reason": "",
    "match.ended_by": "",
    "match_event.stage": "running",
    "match_event.what": "step",
    "courtesy_call.result": "reached",
    "volunteer.paid_kind": "actual",
    "volunteer.gender": "female",
    "volunteer.left_reason": "",
    "volunteer_trait.kind": "interest",
    "volunteer_trait.code": "music",
    "absence.reason": "holiday",
    "preventive_offer.rule_code": "dk_82",
    "preventive_offer.state": "offered",
    "preventive_offer.way": "",
    "preventive_offer.reason": "",
    "preventive_exemption.code": "care_and_help",
    "preventive_rule.country": "DE",
    "preventive_rule.repeats": "once",
    "preventive_rule.risk_code": "",
    "risk.code": "bereaved",
    "proof.requirement_code": "interview",
    "requirement.country": "DE",
    "requirement.kind": "other",
    "requirement.before_stage": "active",
    "proof.certificate_kind": "",
    "proof.assessment": "",
    "expense.kind": "actual",
    "expense.what": "fare",
    "expense.allowance": "",
    "expense.currency": "EUR",
    "expense.state": "submitted",
    "advice_contact.kind": "walk_in",
    "advice_contact.topics": "housing",
    "advice_contact.age_band": "70_79",
    "advice_contact.sex": "",
    "advice_contact.language": "de",
    "advice_contact.outcome": "",
    "advice_contact.source": "record",
    "callback.topic": "",
    "callback.language": "de",
    "callback.state": "open",
    "cost_item.side": "cost",
    "cost_item.kind": "per_km",
    "cost_item.currency": "EUR",
    "stop.kind": "stop",
    "stop.country": "DE",
    "stop.access": "yes",
    "stop.opens": "",
    "tour.languages": "de",
    "timetable.rhythm": "weekly",
    "timetable.on_holidays": "skip",
    "timetable.dates": "",
    "tour_crew.duty": "staff",
    "tour_crew.languages": "de",
    "tour_day.state": "planned",
    "tour_halt.state": "planned",
    "crew.duty": "staff",
    "crew.languages": "de",
    "appointment.kind": "booked",
    "appointment.state": "booked",
    "appointment.source": "card",
    "appointment.language": "de",
    "stop_waiting.state": "waiting",
    "interpreter_request.language": "ar",
    "interpreter_request.gender_wish": "",
    "interpreter_request.way": "place",
    "interpreter_request.funding": "",
    "interpreter_request.state": "requested",
    "interpreter_request.currency": "EUR",
    "interpreter_pool.languages": "ar",
    "answer.channel": "letter",
    "answer.disclosure_class": "receipt",
    "answer.language": "de",
    "answer.blocks": "received",
    "answer.basis": "general",
    "referral.kind": "refer",
    "referral.facts": "name",
    "referral.basis": "consent",
    "referral.state": "sent",
    "referral_event.state": "sent",
    "access_request.state": "open",
    "export_log.columns": "[]",
    "export_log.form": "csv",
}
"""What stands in columns that only take a word of the program."""


def fill_every_table(
    act: Act,
    person_id: UUID,
    other_id: UUID,
    mark: str,
    but: frozenset[str] = frozenset(),
) -> dict[str, Any]:
    """Write one row into each table about people (`but` some), and whatever they point at.

    Every text that may say anything says `mark`. Answers the rows by table.
    """
    rows: dict[str, Any] = {"person": {"id": person_id}}
    mine = {table.name for _entry, table in about_people()} - but
    wanted = _with_what_they_point_at(mine)
    for table in metadata.sorted_tables:
        if table.name in wanted and table.name != "person":
            says = mark if table.name in mine else "Office"
            row = {
                c.name: value_of(table, c, rows, (person_id, other_id), says, act) for c in table.c
            }
            if table.name == "draft":
                row |= {"subject": str(person_id), "who": act.who}
            if table.name == "member":
                # Whoever fills the tables goes on being allowed to.
                row |= {"name": act.who, "is_active": True, "login": None}
            act.session.execute(insert(table), [row])
            rows[table.name] = row
    note = rows["note"]
    fill_words(act.session.connection(), [Worded(note["serial"], note["text"])])
    return rows


def _with_what_they_point_at(names: set[str]) -> set[str]:
    wanted = set(names)
    for table in reversed(metadata.sorted_tables):
        if table.name in wanted:
            wanted |= {
                key.column.table.name for key in table.foreign_keys if key.column.table is not table
            }
    return wanted


def value_of(
    table: Table,
    column: Column[Any],
    rows: dict[str, Any],
    people: tuple[UUID, UUID],
    mark: str,
    act: Act,
) -> object:
    """Answer what stands in a column: the key of a row there is, a code, or the mark."""
    for key in column.foreign_keys:
        target = key.column.table.name
        if target == "person":
            return people[1] if column.name == "other_id" else people[0]
        return rows[target]["id"] if target in rows else None
    return _plain(table, column, mark, act)


def _plain(table: Table, column: Column[Any], mark: str, act: Act) -> object:
    named = f"{table.name}.{column.name}"
    if named in CODES:
        return CODES[named]
    if column.name in _COLLEAGUES or column.name.endswith("_by"):
        return COLLEAGUE
    kinds: tuple[tuple[type[Any] | tuple[type[Any], ...], object], ...] = (
        (Uuid, uuid4()),
        (Boolean, False),
        (Integer, 1),
        (Float, 0.5),
        (LargeBinary, mark.encode()),
        (Instant, act.now),
        (DateTime, datetime(2026, 11, 24, 14, 0)),  # noqa: DTZ001 - local wall-clock time
        (Date, date(2026, 11, 23) + timedelta(days=1)),
    )
    found = next((value for kind, value in kinds if isinstance(column.type, kind)), None)
    if found is not None:
        return None if column.nullable and column.name in _OPEN_ENDS else found
    return f"{mark} {column.name}"


COLLEAGUE = "Karin Vogt"
"""Stands in every column that names a colleague."""
_COLLEAGUES = frozenset(
    {
        "who",
        "by",
        "author",
        "assignee",
        "visitor",
        "reviewer",
        "follow_up_for",
        "from_who",
        "to_who",
    }
)
_OPEN_ENDS = frozenset({"until", "valid_until", "undone_at", "closed_at", "done_at", "valid_from"})
