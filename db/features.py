"""Which feature words a changed table stands for, so that the pages that show it ask again."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from db.dictionary import DICTIONARY, Retention

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ADVICE = frozenset({"advice"})
_CLIENTS = frozenset({"clients"})
_JOURNAL = frozenset({"journal"})
_LETTERS = frozenset({"letters"})
_MATCHES = frozenset({"matches"})
_PREVENTIVE = frozenset({"preventive"})
_TOURS = frozenset({"tours"})
_REFERRALS = frozenset({"referrals"})
_SUITCASE = frozenset({"suitcase"})
_VOLUNTEERS = frozenset({"volunteers"})

NOT_TOLD = frozenset({Retention.TYPING, Retention.SEARCH, Retention.AUDIT, Retention.PSP})
"""What nobody's page shows is not told to the other desks."""

FEATURES_OF: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "absence": _VOLUNTEERS,
        "access_request": frozenset({"access", "referrals"}),
        "address_file": frozenset({"areas"}),
        "advice_contact": _ADVICE,
        "advice_referral": _ADVICE,
        "answer": frozenset({"referrals"}),
        "appointment": frozenset({"booking"}),
        "area": frozenset({"areas"}),
        "area_outline": frozenset({"areas"}),
        "attachment": _JOURNAL,
        "callback": _ADVICE,
        "code_entry": frozenset({"codes"}),
        "consent": frozenset({"consent"}),
        "cost_item": _ADVICE,
        "courtesy_call": _MATCHES,
        "courtesy_caller": _MATCHES,
        "crew": _TOURS,
        "custom_field": frozenset({"custom"}),
        "custom_value": frozenset({"custom"}),
        "disclosure": frozenset({"consent", "privacy"}),
        "distance": frozenset({"areas"}),
        "duplicate_pair": frozenset({"linking"}),
        "enquiry": _REFERRALS,
        "enquiry_category": _REFERRALS,
        "enquiry_step": _REFERRALS,
        "escalation": frozenset({"escalation"}),
        "escalation_step": frozenset({"escalation"}),
        "exclusion": _MATCHES,
        "expense": frozenset({"expenses"}),
        "exported_person": frozenset({"exchange"}),
        "free_time": _VOLUNTEERS | _MATCHES,
        "handover": frozenset({"tasks"}),
        "handover_item": frozenset({"tasks"}),
        "held_row": frozenset({"importing"}),
        "household": frozenset({"households"}),
        "household_member": frozenset({"households"}),
        "household_refusal": frozenset({"households"}),
        "housing_case": _REFERRALS,
        "housing_case_partner": _REFERRALS,
        "housing_case_step": _REFERRALS,
        "import_run": frozenset({"importing"}),
        "institution": frozenset({"institutions"}),
        "institution_contact": frozenset({"institutions"}),
        "institution_language": frozenset({"institutions"}),
        "intake": frozenset({"intake"}),
        "intake_answer": frozenset({"intake"}),
        "interpreter_pool": frozenset({"mediators"}),
        "interpreter_request": frozenset({"mediators"}),
        "letter": _LETTERS,
        "letter_run": _LETTERS,
        "letter_run_item": _LETTERS,
        "letter_template": _LETTERS,
        "match": _MATCHES,
        "match_event": _MATCHES,
        "member": frozenset({"access"}),
        "note": _JOURNAL | _CLIENTS,
        "note_person": _JOURNAL,
        "note_version": _JOURNAL,
        "office": frozenset({"admin"}),
        "office_setting": frozenset({"admin"}),
        "own_word": _JOURNAL,
        "person": _CLIENTS,
        "person_access": frozenset({"access", "clients"}),
        "person_address": _CLIENTS,
        "person_language": _CLIENTS,
        "person_link": frozenset({"linking", "clients"}),
        "person_reach": _CLIENTS,
        "person_role": _CLIENTS,
        "preventive_exemption": _PREVENTIVE,
        "preventive_offer": _PREVENTIVE,
        "preventive_rule": _PREVENTIVE,
        "proof": _VOLUNTEERS,
        "referral": frozenset({"referrals"}),
        "referral_event": frozenset({"referrals"}),
        "relation": frozenset({"households"}),
        "requirement": _VOLUNTEERS,
        "retention_rule": frozenset({"privacy"}),
        "risk": _PREVENTIVE,
        "saved_view": frozenset({"exchange"}),
        "service_hours": frozenset({"expenses"}),
        "snippet": _JOURNAL,
        "stop": _TOURS,
        "stop_waiting": frozenset({"booking"}),
        "suitcase": _SUITCASE,
        "suitcase_merge": _SUITCASE,
        "suitcase_row": _SUITCASE,
        "task": frozenset({"tasks"}),
        "template_test": _LETTERS,
        "template_version": _LETTERS,
        "term": _LETTERS,
        "timetable": _TOURS,
        "tour": _TOURS,
        "tour_crew": _TOURS,
        "tour_day": _TOURS,
        "tour_halt": _TOURS,
        "tour_stop": _TOURS,
        "training": _VOLUNTEERS,
        "vehicle": _TOURS,
        "visit": frozenset({"visiting"}),
        "visit_activity": frozenset({"visiting"}),
        "visit_flag": frozenset({"visiting"}),
        "visit_series": frozenset({"visiting"}),
        "visiting_wish": _MATCHES,
        "volunteer": _VOLUNTEERS,
        "volunteer_trait": _VOLUNTEERS,
        "wish_trait": _MATCHES,
    }
)
"""Every table whose changes are told to the other desks; a test holds it against the triggers."""

EVERY_FEATURE = frozenset().union(*FEATURES_OF.values())
"""What may have changed after nothing was heard for a while."""


_KNOWN = frozenset(entry.table for entry in DICTIONARY if entry.retention not in NOT_TOLD)


def features_of(tables: Iterable[str]) -> frozenset[str]:
    """Answer the feature words of tables; a name that is no table of ours stands for nothing.

    A table that has no line above stands for everything: pages ask once too often, never too
    rarely.
    """
    return frozenset(
        word
        for table in tables
        if table in _KNOWN
        for word in FEATURES_OF.get(table, EVERY_FEATURE)
    )
