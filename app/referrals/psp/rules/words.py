"""The codes of PSP groups and what they are called."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping


class GroupKind(StrEnum):
    """What a group confers on."""

    PSP = "psp"
    """Police, social authorities and psychiatry on people in exposed positions."""
    SSP = "ssp"
    """Schools, social authorities and police on young people, every quarter."""
    STEERING = "steering"
    """Steers the co-operation, and never speaks of single people."""


KIND_LABELS: Mapping[GroupKind, str] = MappingProxyType(
    {
        GroupKind.PSP: N_("PSP group"),
        GroupKind.SSP: N_("SSP local group"),
        GroupKind.STEERING: N_("Steering group"),
    }
)


class Agency(StrEnum):
    """Who sits at the table."""

    MUNICIPALITY = "municipality"
    POLICE = "police"
    PSYCHIATRY = "psychiatry"
    PROBATION = "probation"
    SCHOOL = "school"
    HOUSING = "housing"
    OTHER = "other"


AGENCY_LABELS: Mapping[Agency, str] = MappingProxyType(
    {
        Agency.MUNICIPALITY: N_("Municipality"),
        Agency.POLICE: N_("Police"),
        Agency.PSYCHIATRY: N_("Regional psychiatry"),
        Agency.PROBATION: N_("Prison and probation service"),
        Agency.SCHOOL: N_("School"),
        Agency.HOUSING: N_("Housing organisation"),
        Agency.OTHER: N_("Other agency"),
    }
)


class CaseState(StrEnum):
    """How far a case has come."""

    NEW = "new"
    ON_AGENDA = "on_agenda"
    ACTIVE = "active"
    MONITORING = "monitoring"
    CLOSED = "closed"
    DECLINED = "declined"


STATE_LABELS: Mapping[CaseState, str] = MappingProxyType(
    {
        CaseState.NEW: N_("New"),
        CaseState.ON_AGENDA: N_("On the agenda"),
        CaseState.ACTIVE: N_("Active"),
        CaseState.MONITORING: N_("Monitored"),
        CaseState.CLOSED: N_("Closed"),
        CaseState.DECLINED: N_("Declined"),
    }
)
OPEN_STATES = (CaseState.NEW, CaseState.ON_AGENDA, CaseState.ACTIVE, CaseState.MONITORING)
"""Those of cases that the group still works on."""
OVER_STATES = (CaseState.CLOSED, CaseState.DECLINED)


class Criterion(StrEnum):
    """When a person is brought up: the list of Det Kriminalpræventive Råd, one or more of them."""

    THREATENING = "threatening"
    VIOLENT = "violent"
    DANGER = "danger"
    CHILDREN = "children"
    CRIME = "crime"
    NO_INSIGHT = "no_insight"
    LOSING_HOME = "losing_home"
    THIRD_PERSON = "third_person"
    INVISIBLE = "invisible"
    SEVERAL = "several"


CRITERION_LABELS: Mapping[Criterion, str] = MappingProxyType(
    {
        Criterion.THREATENING: N_("Threatening behaviour"),
        Criterion.VIOLENT: N_("Reacts violently towards others"),
        Criterion.DANGER: N_("A danger to themselves or others"),
        Criterion.CHILDREN: N_("Has children or family who need help"),
        Criterion.CRIME: N_("Is in crime"),
        Criterion.NO_INSIGHT: N_("Does not recognise the own illness or social situation"),
        Criterion.LOSING_HOME: N_("May lose home or livelihood if nobody acts"),
        Criterion.THIRD_PERSON: N_("A third person complains"),
        Criterion.INVISIBLE: N_("“Invisible”, and perishing in the own flat"),
        Criterion.SEVERAL: N_("Several problems at the same time"),
    }
)


class FactCategory(StrEnum):
    """What a fact is about."""

    HOUSING = "housing"
    SOCIAL = "social"
    HEALTH = "health"
    ADDICTION = "addiction"
    BEHAVIOUR = "behaviour"
    OFFENCES = "offences"
    CHILDREN = "children"
    ECONOMY = "economy"
    NETWORK = "network"
    EFFORT = "effort"


CATEGORY_LABELS: Mapping[FactCategory, str] = MappingProxyType(
    {
        FactCategory.HOUSING: N_("Housing"),
        FactCategory.SOCIAL: N_("Social situation"),
        FactCategory.HEALTH: N_("Health"),
        FactCategory.ADDICTION: N_("Addiction"),
        FactCategory.BEHAVIOUR: N_("Behaviour"),
        FactCategory.OFFENCES: N_("Contacts with the police"),
        FactCategory.CHILDREN: N_("Children and family"),
        FactCategory.ECONOMY: N_("Money"),
        FactCategory.NETWORK: N_("Family and friends"),
        FactCategory.EFFORT: N_("Help that is given"),
    }
)


class ConsentSought(StrEnum):
    """Whether the person was asked to agree; preferred in Denmark, and often needed in Germany."""

    GIVEN = "given"
    REFUSED = "refused"
    NOT_ASKED = "not_asked"


CONSENT_LABELS: Mapping[ConsentSought, str] = MappingProxyType(
    {
        ConsentSought.GIVEN: N_("Asked, and agreed"),
        ConsentSought.REFUSED: N_("Asked, and refused"),
        ConsentSought.NOT_ASKED: N_("Not asked"),
    }
)


class MeetingState(StrEnum):
    """How far a meeting is."""

    PLANNED = "planned"
    RUNNING = "running"
    HELD = "held"


MEETING_LABELS: Mapping[MeetingState, str] = MappingProxyType(
    {
        MeetingState.PLANNED: N_("Planned"),
        MeetingState.RUNNING: N_("Being held"),
        MeetingState.HELD: N_("Held"),
    }
)


class Paper(StrEnum):
    """What leaves a meeting on paper."""

    AGENDA = "agenda"
    """For all who are asked: time, place, and the references to be spoken of."""
    EXTRACT = "extract"
    """For one agency: the facts ticked for it alone."""
    MINUTES = "minutes"
    """For all at the table: references, agreements, deadlines."""
    SHEET = "sheet"
    """One case on one page, for the table itself."""
    HELD = "held"
    """Everything that the group holds on a person, for who answers the person."""


PAPER_LABELS: Mapping[Paper, str] = MappingProxyType(
    {
        Paper.AGENDA: N_("Agenda of the meeting"),
        Paper.EXTRACT: N_("Extract"),
        Paper.MINUTES: N_("Common minutes"),
        Paper.SHEET: N_("Case sheet"),
        Paper.HELD: N_("What the group holds"),
    }
)


class Looked(StrEnum):
    """What somebody opened."""

    OPENED = "opened"
    """The group, after saying once more who one is."""
    LIST = "list"
    CASE = "case"
    MEETING = "meeting"
    EXTRACT = "extract"
    MINUTES = "minutes"
    SHEET = "sheet"
    HELD = "held"
    AGENDA = "agenda"
    FIGURES = "figures"
    WORK = "work"
    """Something was written."""
    REGISTER = "register"
    """A line on the case in the register of what left; it opens nothing by itself."""


LOOKED_LABELS: Mapping[Looked, str] = MappingProxyType(
    {
        Looked.OPENED: N_("Opened the group"),
        Looked.LIST: N_("Read the list"),
        Looked.CASE: N_("Looked at the case"),
        Looked.MEETING: N_("Read the meeting"),
        Looked.EXTRACT: N_("Made an extract"),
        Looked.MINUTES: N_("Made the minutes"),
        Looked.SHEET: N_("Made the case sheet"),
        Looked.HELD: N_("Made a list of what is held"),
        Looked.AGENDA: N_("Made the agenda"),
        Looked.FIGURES: N_("Read the figures"),
        Looked.WORK: N_("Wrote something"),
        Looked.REGISTER: N_("Read in the register that an extract left"),
    }
)
