"""The words of a note: how the contact was made, what it was about, who may read it."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping


class Medium(StrEnum):
    """How a contact was made; a plain remark has none."""

    VISIT = "visit"
    OFFICE = "office"
    PHONE = "phone"
    VIDEO = "video"
    MESSAGE = "message"
    MAIL = "mail"
    LETTER = "letter"
    THIRD_PARTY = "third_party"


MEDIUM_LABELS: Mapping[Medium, str] = MappingProxyType(
    {
        Medium.VISIT: N_("Home visit"),
        Medium.OFFICE: N_("Talk in the office"),
        Medium.PHONE: N_("Phone call"),
        Medium.VIDEO: N_("Video call"),
        Medium.MESSAGE: N_("Text message"),
        Medium.MAIL: N_("E-mail"),
        Medium.LETTER: N_("Letter"),
        Medium.THIRD_PARTY: N_("Talk with someone else"),
    }
)


class Topic(StrEnum):
    """What a contact was about."""

    PENSION_BENEFIT = "pension_benefit"
    HOUSING = "housing"
    CARE = "care"
    DISABILITY = "disability"
    MOBILITY = "mobility"
    HEALTH = "health"
    DEMENTIA = "dementia"
    DEBT = "debt"
    LONELINESS = "loneliness"
    PROVISION = "provision"
    FORMS = "forms"
    DIGITAL = "digital"
    MIGRATION = "migration"
    VOLUNTEER = "volunteer"
    SAFETY = "safety"
    OTHER = "other"


TOPIC_LABELS: Mapping[Topic, str] = MappingProxyType(
    {
        Topic.PENSION_BENEFIT: N_("Pension and basic income"),
        Topic.HOUSING: N_("Housing"),
        Topic.CARE: N_("Care"),
        Topic.DISABILITY: N_("Disability card"),
        Topic.MOBILITY: N_("Mobility"),
        Topic.HEALTH: N_("Health"),
        Topic.DEMENTIA: N_("Dementia"),
        Topic.DEBT: N_("Debt and energy"),
        Topic.LONELINESS: N_("Social contact"),
        Topic.PROVISION: N_("Powers of attorney"),
        Topic.FORMS: N_("Help with forms"),
        Topic.DIGITAL: N_("Digital help"),
        Topic.MIGRATION: N_("Migration and language"),
        Topic.VOLUNTEER: N_("Volunteering"),
        Topic.SAFETY: N_("Abuse and fraud"),
        Topic.OTHER: N_("Other"),
    }
)
"""Words of the code list of topics, in its order."""


class Access(StrEnum):
    """Who may read a note, besides its author."""

    TEAM = "team"
    RESTRICTED = "restricted"
    """Those whose role reads restricted notes."""
    OWN = "own"
    """Nobody until the author releases it."""


ACCESS_LABELS: Mapping[Access, str] = MappingProxyType(
    {
        Access.TEAM: N_("Whole team"),
        Access.RESTRICTED: N_("Restricted"),
        Access.OWN: N_("Only me, until I release it"),
    }
)


class FollowUp(StrEnum):
    """Whether something is still to be done after a note."""

    NONE = ""
    OPEN = "open"
    CLOSED = "closed"
    """Closed, and the author has not seen it yet."""
    TOLD = "told"
