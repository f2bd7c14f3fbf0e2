"""The code lists of advice that an office may change."""

from __future__ import annotations

from app.codes.rules import CodeList
from app.errors import N_

TOPICS = CodeList(
    "advice_topics",
    N_("Topics of advice"),
    {
        "pension_benefit": N_("Pension and basic income"),
        "housing": N_("Housing"),
        "care": N_("Care"),
        "disability": N_("Disability card"),
        "mobility": N_("Getting around"),
        "health": N_("Health"),
        "dementia": N_("Dementia"),
        "debt": N_("Debt and energy"),
        "loneliness": N_("Social contact"),
        "provision": N_("Powers of attorney"),
        "forms": N_("Help with forms"),
        "digital": N_("Digital help"),
        "migration": N_("Migration and language"),
        "volunteer": N_("Volunteering"),
        "safety": N_("Violence and fraud"),
        "other": N_("Something else"),
    },
)
OUTCOMES = CodeList(
    "advice_outcomes",
    N_("Outcomes of advice"),
    {
        "informed": N_("Information given"),
        "form_filled": N_("Form filled in together"),
        "applied": N_("Application made"),
        "referred": N_("Sent on to another place"),
        "appointment": N_("Appointment made"),
        "home_visit": N_("Visit at home agreed"),
        "unsettled": N_("Not settled"),
        "elsewhere": N_("Not what the office does"),
    },
)
