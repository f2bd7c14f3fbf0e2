"""What the codes in columns are called, for the person whom they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.access.rules import ROLE_LABELS as STAFF_LABELS
from app.clients.rules.details import SALUTATION_LABELS
from app.clients.rules.reach import ADDRESS_LABELS, KIND_LABELS
from app.clients.rules.roles import ROLE_LABELS
from app.clients.rules.speaking import FORMAT_LABELS, LEVEL_LABELS
from app.clients.rules.status import STATUS_LABELS
from app.consent.rules.words import FORM_LABELS, PURPOSE_LABELS, STATE_LABELS
from app.errors import N_
from app.escalation.rules import CAUSE_LABELS, ENDING_LABELS, RESULT_LABELS
from app.expenses.rules import words as expenses
from app.households.rules.relations import RELATION_LABELS
from app.institutions.rules.lists import KINDS
from app.intake.rules import SERVICE_LABELS
from app.intake.rules import STAGE_LABELS as INTAKE_LABELS
from app.intake.rules.lists import REASONS, SOURCES
from app.journal.contents.kinds import KIND_WORDS
from app.journal.rules.lists import MEDIA, TOPICS
from app.journal.rules.words import ACCESS_LABELS
from app.letters.rules.states import CHANNEL_LABELS as LETTER_CHANNELS
from app.matches.rules import words as matches
from app.mobile_advice.advice.rules import CALLBACK_LABELS, SEX_LABELS
from app.mobile_advice.advice.rules import KIND_LABELS as ADVISED_LABELS
from app.mobile_advice.advice.rules import OUTCOMES as ADVICE_OUTCOMES
from app.mobile_advice.advice.rules import SOURCE_LABELS as COUNTED_LABELS
from app.mobile_advice.advice.rules import TOPICS as ADVICE_TOPICS
from app.mobile_advice.booking.rules import words as booking
from app.mobile_advice.mediators.rules import words as mediators
from app.mobile_advice.tours.rules import DUTY_LABELS
from app.preventive.rules import words as preventive
from app.referrals.answers.rules import CHANNEL_LABELS as WAYS_OF_ANSWERING
from app.referrals.answers.rules import CLASS_LABELS
from app.referrals.bases import bases
from app.referrals.enquiries.rules.lists import CONCERNS, OUTCOMES
from app.referrals.enquiries.rules.words import (
    CHANNEL_LABELS,
    KNOWN_LABELS,
    STEP_LABELS,
    URGENCY_LABELS,
)
from app.referrals.enquiries.rules.words import (
    STATE_LABELS as ENQUIRY_LABELS,
)
from app.referrals.handing_over.rules import FACT_LABELS, REQUEST_LABELS
from app.referrals.handing_over.rules import KIND_LABELS as KIND_HANDED
from app.referrals.handing_over.rules import STATE_LABELS as STATES_HANDED
from app.referrals.housing_cases.rules.words import CASE_KIND_LABELS, STAGE_LABELS
from app.tasks.rules import Repeat, TaskState
from app.visiting.rules import NotHeldReason, Place, VisitKind, VisitStatus
from app.visiting.series.rules import words as series
from app.volunteers.rules import traits
from app.volunteers.rules import words as volunteers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.codes.rules import CodeList


def _labels(words: Iterable[Any]) -> dict[str, str]:
    return {word.value: word.label for word in words}


def _values(labels: Mapping[Any, str]) -> dict[str, str]:
    return {str(key): label for key, label in labels.items()}


_BASES = {
    **{basis.code: basis.title for country in ("DE", "DK") for basis in bases(country)},
    "consent": N_("Consent"),
    "override": N_("Without consent"),
}
_TRAITS = {
    "interest": N_("Interest"),
    "skill": N_("Skill"),
    "activity": N_("Activity"),
    "brings": N_("Brings along"),
    "allergy": N_("Allergy"),
    "pet": N_("Pet"),
}
CODE_WORDS: Mapping[str, Mapping[str, str]] = {
    "person.salutation": _values(SALUTATION_LABELS),
    "person.status": _values(STATUS_LABELS),
    "person.letter_format": _values(FORMAT_LABELS),
    "person_role.role": _values(ROLE_LABELS),
    "person_language.level": _values(LEVEL_LABELS),
    "person_reach.kind": _values(KIND_LABELS),
    "person_address.label": _values(ADDRESS_LABELS),
    "note.access": _values(ACCESS_LABELS),
    "relation.kind": _values(RELATION_LABELS),
    "consent.purpose": _values(PURPOSE_LABELS),
    "consent.state": _values(STATE_LABELS),
    "consent.how": _values(FORM_LABELS),
    "intake.consent_how": _values(FORM_LABELS),
    "disclosure.purpose": _values(PURPOSE_LABELS) | _values(KIND_HANDED),
    "disclosure.basis": _BASES,
    "answer.basis": _BASES,
    "answer.channel": _values(WAYS_OF_ANSWERING),
    "answer.disclosure_class": _values(CLASS_LABELS),
    "referral.kind": _values(KIND_HANDED),
    "referral.state": _values(STATES_HANDED),
    "referral.facts": _values(FACT_LABELS),
    "referral.basis": _BASES,
    "referral_event.state": _values(STATES_HANDED),
    "access_request.state": _values(REQUEST_LABELS),
    "visit.status": _labels(VisitStatus),
    "visit.place": _labels(Place),
    "visit.not_held_reason": _labels(NotHeldReason),
    "look.what": {"card": N_("The card"), "answer": N_("An answer like this one")},
    "enquiry.channel": _values(CHANNEL_LABELS),
    "enquiry.urgency": _values(URGENCY_LABELS),
    "enquiry.state": _values(ENQUIRY_LABELS),
    "enquiry.children": _values(KNOWN_LABELS),
    "enquiry.told_resident": _values(KNOWN_LABELS),
    "enquiry.resident_knows": _values(KNOWN_LABELS),
    "enquiry_step.kind": _values(STEP_LABELS),
    "housing_case.kind": _values(CASE_KIND_LABELS),
    "housing_case.stage": _values(STAGE_LABELS),
    "housing_case_step.stage": _values(STAGE_LABELS),
    "crew.duty": _values(DUTY_LABELS),
    "tour_crew.duty": _values(DUTY_LABELS),
    "advice_contact.kind": _values(ADVISED_LABELS),
    "advice_contact.sex": _values(SEX_LABELS),
    "advice_contact.source": _values(COUNTED_LABELS),
    "callback.state": _values(CALLBACK_LABELS),
    "absence.reason": _values(volunteers.ABSENCE_LABELS),
    "appointment.kind": _values(booking.KIND_LABELS),
    "appointment.state": _values(booking.STATE_LABELS),
    "appointment.source": _values(booking.SOURCE_LABELS),
    "attachment.kind": _values(KIND_WORDS),
    "courtesy_call.result": _values(matches.CALL_LABELS),
    "escalation.code": _values(CAUSE_LABELS),
    "escalation.result": _values(ENDING_LABELS),
    "escalation_step.result": _values(RESULT_LABELS),
    "expense.kind": _values(expenses.KIND_LABELS),
    "expense.what": _values(expenses.SPENT_LABELS),
    "expense.state": _values(expenses.STATE_LABELS),
    "intake.service": _values(SERVICE_LABELS),
    "intake.stage": _values(INTAKE_LABELS),
    "interpreter_request.gender_wish": _values(mediators.GENDER_LABELS),
    "interpreter_request.way": _values(mediators.WAY_LABELS),
    "interpreter_request.funding": _values(mediators.FUNDING_LABELS),
    "interpreter_request.state": _values(mediators.STATE_LABELS),
    "letter.channel": _values(LETTER_CHANNELS),
    "match.stage": _values(matches.STAGE_LABELS),
    "match.ended_by": _values(matches.ENDED_BY_LABELS),
    "match.end_reason": _values(matches.END_LABELS),
    "match_event.what": _values(matches.EVENT_LABELS) | {"step": N_("Next step")},
    "member.role": _values(STAFF_LABELS),
    "preventive_exemption.code": _values(preventive.EXEMPTION_LABELS),
    "preventive_offer.state": _values(preventive.STATE_LABELS),
    "preventive_offer.way": _values(preventive.WAY_LABELS),
    "preventive_offer.reason": _values(preventive.DECLINED_LABELS),
    "proof.assessment": _values(volunteers.ASSESSMENT_LABELS),
    "proof.certificate_kind": _values(volunteers.CERTIFICATE_LABELS),
    "risk.code": _values(preventive.RISK_LABELS),
    "stop_waiting.state": {
        "waiting": N_("Waiting"),
        "booked": N_("Booked"),
        "gone": N_("No longer wanted"),
    },
    "task.repeats": _labels(Repeat),
    "task.state": _labels(TaskState),
    "visit.kind": _labels(VisitKind),
    "visit_series.kind": _labels(VisitKind),
    "visit_series.place": _labels(Place),
    "visit_series.frequency": _values(series.FREQUENCY_LABELS),
    "visit_series.monthly_by": _values(series.MONTHLY_LABELS),
    "visit_series.on_holidays": _values(series.HOLIDAY_LABELS),
    "visiting_wish.frequency": _values(series.FREQUENCY_LABELS),
    "visiting_wish.gender_wish": _values(matches.GENDER_WISH_LABELS),
    "visiting_wish.least_level": _values(LEVEL_LABELS),
    "visiting_wish.service_kind": _values(traits.ACTIVITIES),
    "volunteer.gender": _values(volunteers.GENDER_LABELS),
    "volunteer.left_reason": _values(volunteers.LEAVE_LABELS),
    "volunteer.paid_kind": _values(volunteers.PAID_LABELS),
    "volunteer_trait.kind": _TRAITS,
    "wish_trait.kind": _TRAITS,
    "visit_flag.severity": {
        "watch": N_("To watch"),
        "soon": N_("Soon"),
        "urgent": N_("Urgent"),
        "danger": N_("Danger"),
    },
    "duplicate_pair.verdict": {"same": N_("the same person"), "different": N_("two people")},
}
"""English words for the codes that columns hold, by table and column."""

CODE_LISTS: Mapping[str, tuple[CodeList, ...]] = {
    "advice_contact.topics": (ADVICE_TOPICS,),
    "advice_contact.outcome": (ADVICE_OUTCOMES,),
    "callback.topic": (ADVICE_TOPICS,),
    "note.medium": (MEDIA,),
    "note.topics": (TOPICS,),
    "intake.source": (SOURCES,),
    "intake.reason": tuple(REASONS.values()),
    "institution.kind": (KINDS,),
    "enquiry_category.code": (CONCERNS,),
    "enquiry.outcome": (OUTCOMES,),
}
"""Code lists that an office may change, by table and column."""
