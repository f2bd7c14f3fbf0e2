"""The code lists of enquiries that an office may change: concerns, and what came of them."""

from __future__ import annotations

from app.codes.rules import CodeList
from app.errors import N_

CHILD_CONCERN = "child_concern"
"""The concern that always goes to the children's channel; the office cannot rename its meaning."""

CONCERNS = CodeList(
    "concerns",
    N_("What enquiries are worried about"),
    {
        "isolation": N_("Isolation, no sign of life"),
        "self_neglect": N_("Self-neglect, hoarding, smell"),
        "dementia": N_("Signs of dementia"),
        "mental_illness": N_("Behaviour of mental illness"),
        "threats": N_("Threats or violence"),
        "noise": N_("Noise, house rules"),
        "substances": N_("Alcohol or drugs"),
        "rent_arrears": N_("Rent arrears, may lose the home"),
        CHILD_CONCERN: N_("Concern about a child"),
        "abuse": N_("Suspected abuse or fraud"),
        "other": N_("Another concern"),
    },
)
OUTCOMES = CodeList(
    "enquiry_outcomes",
    N_("What came of enquiries"),
    {
        "help_began": N_("Help began"),
        "helped_already": N_("Somebody helps already"),
        "declined": N_("The person wants no help"),
        "not_reached": N_("The person was not reached"),
        "handed_over": N_("Handed over to others"),
        "no_need": N_("No need was found"),
        "moved": N_("The person moved away or died"),
        "information": N_("For information only"),
    },
)
"""Inner: a reporter never hears of it."""
