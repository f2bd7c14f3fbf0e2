"""What each table holds: its name for people, whose data it is, and how long it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.errors import N_


class Retention(StrEnum):
    """Which rule says when the rows of a table are deleted."""

    CASE = "case"
    """With the person's file, after the period that the office's rules set for closed files."""
    SEARCH = "search"
    """With the row that it makes findable; made again at any time."""
    TYPING = "typing"
    """As soon as the form is saved or thrown away."""
    AUDIT = "audit"
    """With the audit: outlives the file, names no contents."""
    OFFICE = "office"
    """As long as the office exists."""
    PSP = "psp"
    """As the members of a PSP group decide, who alone know what there is."""


OFFICE: tuple[str, ...] = ()
"""Says of a table that its rows are about the office, not about a person."""


@dataclass(frozen=True, slots=True)
class TableEntry:
    """One table, as a person who asks what is stored about them may read it."""

    table: str
    title: str
    """English name, translated where it is shown."""
    whose: tuple[str, ...]
    """The columns that lead to a person: "id" on the person's own row, "person_id", a path over
    another table such as "note_id.person_id", or "subject" where the record itself leads
    there; `OFFICE` where no person is meant."""
    retention: Retention


_PERSON = ("person_id",)
_CASE, _OFFICE = Retention.CASE, Retention.OFFICE
_PSP = Retention.PSP

DICTIONARY = (
    TableEntry("absence", N_("Absences of volunteers"), ("volunteer_id.person_id",), _CASE),
    TableEntry("access_request", N_("Who asked to know of whom"), _PERSON, _CASE),
    TableEntry("address_file", N_("Imported address files"), OFFICE, _OFFICE),
    TableEntry("address_point", N_("Coordinates of addresses"), OFFICE, _OFFICE),
    TableEntry("advice_contact", N_("Contacts of advice"), _PERSON, _CASE),
    TableEntry(
        "advice_referral", N_("Referrals from advice"), ("person_id", "contact_id.person_id"), _CASE
    ),
    TableEntry("answer", N_("Answers to enquiries"), ("enquiry_id.person_id",), _CASE),
    TableEntry(
        "appointment",
        N_("Appointments of mobile advice"),
        ("person_id", "interpreter_request_id.person_id", "letter_id.client_id"),
        _CASE,
    ),
    TableEntry("area", N_("Districts and quarters"), OFFICE, _OFFICE),
    TableEntry("area_outline", N_("Outlines of districts"), OFFICE, _OFFICE),
    TableEntry("attachment", N_("Files on notes"), ("note_id.person_id",), _CASE),
    TableEntry("audit_line", N_("Audit lines"), OFFICE, Retention.AUDIT),
    TableEntry("callback", N_("People to call back"), ("person_id", "contact_id.person_id"), _CASE),
    TableEntry("code_entry", N_("Code lists of the office"), OFFICE, _OFFICE),
    TableEntry("consent", N_("Consents"), _PERSON, _CASE),
    TableEntry("cost_item", N_("Costs of mobile advice"), OFFICE, _OFFICE),
    TableEntry("courtesy_call", N_("Calls to people who wait"), ("person_id", "visitor_id"), _CASE),
    TableEntry(
        "courtesy_caller", N_("Who rings people who wait"), ("person_id", "visitor_id"), _CASE
    ),
    TableEntry("crew", N_("Crews of mobile advice on their days"), _PERSON, _CASE),
    TableEntry("custom_field", N_("Own fields of the office"), OFFICE, _OFFICE),
    TableEntry("custom_value", N_("Contents of own fields"), _PERSON, _CASE),
    TableEntry("deletion", N_("Deletions"), OFFICE, Retention.AUDIT),
    TableEntry("disclosure", N_("Data that were passed on"), _PERSON, _CASE),
    TableEntry("distance", N_("Distances between districts"), OFFICE, _OFFICE),
    TableEntry("draft", N_("Drafts of forms"), ("subject",), Retention.TYPING),
    TableEntry("duplicate_pair", N_("Possible duplicates"), ("person_id", "other_id"), _CASE),
    TableEntry("enquiry", N_("Enquiries"), ("person_id", "contact_id.person_id"), _CASE),
    TableEntry("enquiry_category", N_("Concerns of enquiries"), ("enquiry_id.person_id",), _CASE),
    TableEntry("enquiry_step", N_("What followed enquiries"), ("enquiry_id.person_id",), _CASE),
    TableEntry("escalation", N_("Concerns about people"), _PERSON, _CASE),
    TableEntry("escalation_step", N_("Steps on concerns"), ("escalation_id.person_id",), _CASE),
    TableEntry("exclusion", N_("People who are kept apart"), ("person_id", "visitor_id"), _CASE),
    TableEntry("expense", N_("Expenses of volunteers"), ("visitor_id",), _CASE),
    TableEntry("export_log", N_("Exported lists"), OFFICE, Retention.AUDIT),
    TableEntry("exported_person", N_("People in exported lists"), _PERSON, _CASE),
    TableEntry("free_time", N_("Times that suit"), _PERSON, _CASE),
    TableEntry("handover", N_("Handovers"), OFFICE, _OFFICE),
    TableEntry(
        "handover_item", N_("What was handed over"), ("person_id", "task_id.person_id"), _CASE
    ),
    TableEntry("held_row", N_("Held lines of an import"), ("twin_id",), _CASE),
    TableEntry("household", N_("Households"), ("id<household_member.person_id",), _CASE),
    TableEntry("household_member", N_("Members of households"), _PERSON, _CASE),
    TableEntry(
        "household_refusal", N_("People who do not live together"), ("person_id", "other_id"), _CASE
    ),
    TableEntry("housing_case", N_("Housing cases"), ("person_id", "enquiry_id.person_id"), _CASE),
    TableEntry(
        "housing_case_partner",
        N_("Who works on housing cases"),
        ("housing_case_id.person_id",),
        _CASE,
    ),
    TableEntry(
        "housing_case_step", N_("Steps of housing cases"), ("housing_case_id.person_id",), _CASE
    ),
    TableEntry("import_run", N_("Imported files"), OFFICE, _OFFICE),
    TableEntry("institution", N_("Institutions"), OFFICE, _OFFICE),
    TableEntry("institution_contact", N_("Contact persons of institutions"), _PERSON, _CASE),
    TableEntry("institution_language", N_("Languages of institutions"), OFFICE, _OFFICE),
    TableEntry("intake", N_("Requests and intake talks"), ("person_id", "source_person_id"), _CASE),
    TableEntry("intake_answer", N_("Answers of intake talks"), ("intake_id.person_id",), _CASE),
    TableEntry("interpreter_pool", N_("Pools of language mediators"), OFFICE, _OFFICE),
    TableEntry(
        "interpreter_request",
        N_("Requests for language mediators"),
        ("person_id", "mediator_id"),
        _CASE,
    ),
    TableEntry("last_here", N_("Last visits of colleagues"), OFFICE, _OFFICE),
    TableEntry("letter", N_("Letters"), ("client_id",), _CASE),
    TableEntry("letter_run", N_("Mass mailings"), OFFICE, _OFFICE),
    TableEntry(
        "letter_run_item",
        N_("People of mass mailings"),
        ("person_id", "letter_id.client_id"),
        _CASE,
    ),
    TableEntry("letter_template", N_("Letter templates"), OFFICE, _OFFICE),
    TableEntry("look", N_("Who looked at whom"), _PERSON, _CASE),
    TableEntry("match", N_("Matches"), ("person_id", "visitor_id"), _CASE),
    TableEntry(
        "match_event",
        N_("Steps of matches"),
        ("match_id.person_id", "match_id.visitor_id"),
        _CASE,
    ),
    TableEntry("member", N_("Colleagues"), _PERSON, _CASE),
    TableEntry("note", N_("Notes"), ("person_id", "id<note_person.person_id"), _CASE),
    TableEntry("note_person", N_("Further people of notes"), _PERSON, _CASE),
    TableEntry("note_version", N_("Earlier versions of notes"), ("note_id.person_id",), _CASE),
    TableEntry("office", N_("Office card"), OFFICE, _OFFICE),
    TableEntry("office_setting", N_("Settings of the office"), OFFICE, _OFFICE),
    TableEntry("own_word", N_("Own words of the spell check"), OFFICE, _OFFICE),
    TableEntry("person", N_("People"), ("id", "linked_to"), _CASE),
    TableEntry("person_access", N_("Access to restricted people"), _PERSON, _CASE),
    TableEntry("person_address", N_("Further addresses"), _PERSON, _CASE),
    TableEntry("person_language", N_("Spoken languages"), _PERSON, _CASE),
    TableEntry("person_link", N_("Links between cards"), ("person_id", "other_id"), _CASE),
    TableEntry("person_name_key", N_("Search words of names"), _PERSON, Retention.SEARCH),
    TableEntry("person_reach", N_("Further phone numbers and mail addresses"), _PERSON, _CASE),
    TableEntry("person_role", N_("Roles of people"), _PERSON, _CASE),
    TableEntry("preventive_exemption", N_("Exemptions from preventive visits"), _PERSON, _CASE),
    TableEntry(
        "preventive_offer",
        N_("Preventive visits offered"),
        ("person_id", "visit_id.client_id", "letter_id.client_id", "reminder_id.client_id"),
        _CASE,
    ),
    TableEntry("preventive_rule", N_("Rules of preventive visits"), OFFICE, _OFFICE),
    TableEntry("proof", N_("Proofs of volunteers"), ("volunteer_id.person_id",), _CASE),
    TableEntry("psp_agenda", N_("Agendas of PSP meetings"), OFFICE, _PSP),
    TableEntry("psp_attendance", N_("Attendance at PSP meetings"), OFFICE, _PSP),
    TableEntry("psp_case", N_("Cases of PSP groups"), OFFICE, _PSP),
    TableEntry("psp_criterion", N_("Criteria of PSP cases"), OFFICE, _PSP),
    TableEntry("psp_extract", N_("Papers of PSP meetings"), OFFICE, _PSP),
    TableEntry("psp_fact", N_("Facts in PSP cases"), OFFICE, _PSP),
    TableEntry("psp_fact_recipient", N_("Recipients of PSP facts"), OFFICE, _PSP),
    TableEntry("psp_glass", N_("Emergency access to PSP groups"), OFFICE, _PSP),
    TableEntry("psp_group", N_("PSP groups"), OFFICE, _PSP),
    TableEntry("psp_look", N_("Who looked into PSP groups"), OFFICE, _PSP),
    TableEntry("psp_meeting", N_("PSP meetings"), OFFICE, _PSP),
    TableEntry("psp_member", N_("Members of PSP groups"), OFFICE, _PSP),
    TableEntry("psp_task", N_("Tasks from PSP meetings"), OFFICE, _PSP),
    TableEntry("referral", N_("Matters that were handed over"), _PERSON, _CASE),
    TableEntry("referral_event", N_("Steps of handing over"), ("referral_id.person_id",), _CASE),
    TableEntry("relation", N_("Relations between people"), ("person_id", "other_id"), _CASE),
    TableEntry("requirement", N_("What the office requires of volunteers"), OFFICE, _OFFICE),
    TableEntry("retention_rule", N_("Periods of keeping"), OFFICE, _OFFICE),
    TableEntry("risk", N_("Risks that call for a preventive visit"), _PERSON, _CASE),
    TableEntry("saved_view", N_("Saved views of lists"), OFFICE, _OFFICE),
    TableEntry("service_hours", N_("Hours of volunteers"), ("visitor_id",), _CASE),
    TableEntry("snippet", N_("Text snippets"), OFFICE, _OFFICE),
    TableEntry("stop", N_("Stops and sites of mobile advice"), OFFICE, _OFFICE),
    TableEntry(
        "stop_waiting",
        N_("People who wait for a time at a stop"),
        ("person_id", "appointment_id.person_id"),
        _CASE,
    ),
    TableEntry("suitcase", N_("Suitcases of tours"), OFFICE, _OFFICE),
    TableEntry("suitcase_merge", N_("What came back in suitcases"), OFFICE, _OFFICE),
    TableEntry("suitcase_row", N_("What went along in suitcases"), OFFICE, _OFFICE),
    TableEntry("task", N_("Tasks"), _PERSON, _CASE),
    TableEntry("template_test", N_("Tests of templates"), OFFICE, _OFFICE),
    TableEntry("template_version", N_("Versions of templates"), OFFICE, _OFFICE),
    TableEntry("term", N_("Terms for letters"), OFFICE, _OFFICE),
    TableEntry("timetable", N_("Timetables of mobile advice"), OFFICE, _OFFICE),
    TableEntry("tour", N_("Tours of mobile advice"), OFFICE, _OFFICE),
    TableEntry("tour_crew", N_("Usual crews of tours"), _PERSON, _CASE),
    TableEntry("tour_day", N_("Days of tours"), OFFICE, _OFFICE),
    TableEntry("tour_halt", N_("Stops on the days of tours"), OFFICE, _OFFICE),
    TableEntry("tour_stop", N_("Stops of tours in their order"), OFFICE, _OFFICE),
    TableEntry("training", N_("Trainings of volunteers"), ("volunteer_id.person_id",), _CASE),
    TableEntry("vehicle", N_("Vehicles of mobile advice"), OFFICE, _OFFICE),
    TableEntry("visit", N_("Visits"), ("client_id", "visitor_id", "match_id.visitor_id"), _CASE),
    TableEntry("visit_activity", N_("What was done on visits"), ("visit_id.client_id",), _CASE),
    TableEntry("visit_flag", N_("What was noticed on visits"), ("visit_id.client_id",), _CASE),
    TableEntry(
        "visit_series",
        N_("Series of visits"),
        ("person_id", "visitor_id", "match_id.visitor_id"),
        _CASE,
    ),
    TableEntry("visiting_wish", N_("Wishes about visits"), _PERSON, _CASE),
    TableEntry("volunteer", N_("Files of volunteers"), _PERSON, _CASE),
    TableEntry(
        "volunteer_trait",
        N_("Interests and skills of volunteers"),
        ("volunteer_id.person_id",),
        _CASE,
    ),
    TableEntry("wish_trait", N_("Interests and animals of wishes"), ("wish_id.person_id",), _CASE),
)
"""Every table of the schema, by name; a test holds it against the models. A path "id<t.c" means:
the rows of table `t` that point here lead to the person by their column `c`."""
