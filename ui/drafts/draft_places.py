"""What a draft is called, and where in the program it is gone on with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from app.errors import N_
from resources.text import _
from ui.widgets.page import Place

if TYPE_CHECKING:
    from app.drafts.queries import DraftRow


@dataclass(frozen=True, slots=True)
class DraftForm:
    """A form that keeps drafts: its words, and the page and verb that open it again.

    A draft without a subject is opened with the verb `new`, if that is another one.
    """

    words: str
    page: str
    doing: str
    new: str = ""


DRAFT_FORMS = {
    "appointment_new": DraftForm(N_("New appointment"), "appointments", "new"),
    "appointment": DraftForm(N_("Change of an appointment"), "appointments", "change"),
    "appointment_move": DraftForm(N_("Move of an appointment"), "appointments", "move"),
    "interpreter_request": DraftForm(N_("Request for a mediator"), "mediators", "edit", "new"),
    "interpreter_pool": DraftForm(N_("Pool of mediators"), "mediators", "pools", "new_pool"),
    "stop_waiting": DraftForm(N_("New on a waiting list"), "appointments", "add_waiting"),
    "task": DraftForm(N_("Change of a task"), "tasks", "edit"),
    "task_new": DraftForm(N_("New task"), "tasks", "new"),
    "visit_plan": DraftForm(N_("Plan of a visit"), "visiting", "plan"),
    "visit_change": DraftForm(N_("Change of a visit"), "visiting", "change"),
    "visit_series": DraftForm(N_("Plan of a series of visits"), "series", "plan"),
    "visit_series_change": DraftForm(N_("Change of a series of visits"), "series", "change"),
    "visit_series_pause": DraftForm(N_("Pause of a series of visits"), "series", "pause"),
    "visit_series_end": DraftForm(N_("End of a series of visits"), "series", "end"),
    "visit_series_add": DraftForm(N_("Visit added to a series"), "series", "add"),
    "visit_record": DraftForm(N_("Record of a visit"), "visiting", "record"),
    "client": DraftForm(N_("Card of a person"), "clients", "edit", "new"),
    "relation": DraftForm(N_("Relation to a person"), "clients", "relation"),
    "relation_change": DraftForm(N_("Relation to a person"), "clients", "change_relation"),
    "intake": DraftForm(N_("Request"), "intake", "edit", "new"),
    "new_intake": DraftForm(N_("New request"), "intake", "new_for"),
    "intake_decision": DraftForm(N_("Decision about a request"), "intake", "decide"),
    "consent": DraftForm(N_("Answer about consent"), "intake", "consent"),
    "new_consent": DraftForm(N_("Answer about consent"), "clients", "new_consent"),
    "passing_on": DraftForm(N_("Passing data on"), "clients", "pass_on"),
    "institution": DraftForm(N_("Card of an institution"), "institutions", "edit", "new"),
    "institution_contact": DraftForm(N_("Contact person"), "institutions", "contact"),
    "institution_new_contact": DraftForm(N_("Contact person"), "institutions", "new_contact"),
    "volunteer": DraftForm(N_("File of a volunteer"), "volunteers", "edit", "new"),
    "volunteer_proof": DraftForm(N_("Proof of a volunteer"), "volunteers", "prove"),
    "visiting_wish": DraftForm(N_("Wishes about visits"), "matches", "wishes"),
    "concern_new": DraftForm(N_("New concern"), "concerns", "new_for", "new"),
    "concern_steps": DraftForm(N_("Steps of a concern"), "concerns", "steps"),
    "concern_step": DraftForm(N_("Step of a concern"), "concerns", "step"),
    "concern_closing": DraftForm(N_("Close of a concern"), "concerns", "close"),
    "preventive_answer": DraftForm(N_("Answer about a preventive visit"), "preventive", "answer"),
    "preventive_visit": DraftForm(N_("Preventive visit that is accepted"), "preventive", "accept"),
    "preventive_risk": DraftForm(N_("Risk of a person"), "preventive", "risk"),
    "preventive_exemption": DraftForm(N_("Exemption of a person"), "preventive", "exemption"),
    "preventive_rule": DraftForm(N_("Rule of preventive visits"), "preventive", "rule"),
    "match_step": DraftForm(N_("Step of a match"), "matches", "step"),
    "match_note": DraftForm(N_("Note about a match"), "matches", "note"),
    "match_check_in": DraftForm(N_("Check-in of a match"), "matches", "asked_both"),
    "kept_apart": DraftForm(N_("People kept apart"), "matches", "apart"),
    "courtesy_call": DraftForm(N_("Call to somebody who waits"), "matches", "call"),
    "courtesy_caller": DraftForm(N_("Who rings somebody who waits"), "matches", "caller"),
    "requirement": DraftForm(N_("What is required of volunteers"), "requirements", "edit", "new"),
    "advice_contact": DraftForm(N_("Record of advice"), "advice", "edit"),
    "advice_contact_new": DraftForm(N_("New record of advice"), "advice", "new"),
    "callback": DraftForm(N_("Call to be made"), "advice", "edit_call"),
    "callback_new": DraftForm(N_("New call to be made"), "advice", "new_call"),
    "callback_step": DraftForm(N_("Outcome of a call"), "advice", "call_step"),
    "cost_item": DraftForm(N_("Assumption of costs"), "advice_statistics", "item", "new_item"),
    "expense": DraftForm(N_("Claim of a volunteer"), "expenses", "edit"),
    "expense_new": DraftForm(N_("New claim of a volunteer"), "expenses", "new"),
    "service_hours": DraftForm(N_("Hours of a volunteer"), "expenses", "hours"),
    "enquiry": DraftForm(N_("Enquiry"), "enquiries", "edit", "new"),
    "enquiry_assessment": DraftForm(N_("Assessment of an enquiry"), "enquiries", "assess"),
    "enquiry_following": DraftForm(N_("What follows an enquiry"), "enquiries", "follow"),
    "enquiry_closing": DraftForm(N_("Close of an enquiry"), "enquiries", "close"),
    "housing_case": DraftForm(N_("Housing case"), "housing_cases", "edit", "new"),
    "housing_case_new": DraftForm(N_("Housing case"), "housing_cases", "enquiry"),
    "housing_case_step": DraftForm(N_("Step of a housing case"), "housing_cases", "step"),
    "housing_case_closing": DraftForm(N_("Close of a housing case"), "housing_cases", "close"),
    "enquiry_answer": DraftForm(N_("Answer to an enquiry"), "enquiries", "answer"),
    "handing_over": DraftForm(N_("Matter to hand over"), "handing_over", "new_for", "new"),
    "handing_received": DraftForm(N_("Matter that came in"), "handing_over", "receive", "receive"),
    "handing_answer": DraftForm(N_("Answer about a matter"), "handing_over", "answer"),
    "access_request": DraftForm(N_("Request for access"), "handing_over", "ask"),
    "mobile_stop": DraftForm(N_("Stop of mobile advice"), "stops", "edit", "new"),
    "mobile_vehicle": DraftForm(N_("Vehicle of mobile advice"), "tours", "vehicle", "new_vehicle"),
    "mobile_tour": DraftForm(N_("Tour"), "tours", "edit", "new"),
    "mobile_day": DraftForm(N_("Change of a day of a tour"), "timetable", "edit"),
    "mobile_cancel": DraftForm(N_("Cancelling of a day of a tour"), "timetable", "cancel"),
    "letter": DraftForm(N_("Letter to a person"), "letters", "compose"),
    "template_text": DraftForm(N_("Text of a letter template"), "templates", "draft"),
    "note_correction": DraftForm(N_("Correction of a note"), "find_notes", "correct"),
    "client_note": DraftForm(N_("Note about a person"), "clients", "note"),
}
"""Every form that keeps drafts, by the name it gives its `DraftKeeper`."""


def draft_words(draft: DraftRow) -> str:
    """Answer what kind of form a draft belongs to."""
    known = DRAFT_FORMS.get(draft.form)
    return _(known.words) if known else _("Unfinished form")


def draft_place(draft: DraftRow) -> Place | None:
    """Answer where a draft is gone on with; None when no form of this version knows it."""
    known = DRAFT_FORMS.get(draft.form)
    if known is None:
        return None
    if not draft.subject:
        return Place(known.page, None, known.new or known.doing)
    try:
        return Place(known.page, UUID(draft.subject), known.doing)
    except ValueError:
        return None
