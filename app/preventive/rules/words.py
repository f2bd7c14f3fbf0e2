"""The words of preventive visits: states, risks, exemptions, why somebody declines."""

from __future__ import annotations

from enum import StrEnum

from app.errors import N_


class Repeats(StrEnum):
    """How often a rule asks for a visit."""

    ONCE = "once"
    YEARLY = "yearly"
    NEED = "need"
    """Once for each time that somebody comes to be at risk."""


REPEATS_LABELS = {
    Repeats.ONCE: N_("Once, in the year of the birthday"),
    Repeats.YEARLY: N_("Every year"),
    Repeats.NEED: N_("Once for each risk"),
}


class OfferState(StrEnum):
    """What became of a visit that is due."""

    DUE = "due"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    MOVED = "moved"
    """The person wants to be asked again on a later day."""
    EXEMPT = "exempt"
    VISITED = "visited"


STATE_LABELS = {
    OfferState.DUE: N_("Not offered yet"),
    OfferState.OFFERED: N_("Offered"),
    OfferState.ACCEPTED: N_("Accepted"),
    OfferState.DECLINED: N_("Declined"),
    OfferState.MOVED: N_("Later"),
    OfferState.EXEMPT: N_("Exempt"),
    OfferState.VISITED: N_("Visited"),
}

OPEN_STATES = frozenset({OfferState.DUE, OfferState.MOVED})
"""States in which the visit is still to be offered."""


class Risk(StrEnum):
    """Why a visit is needed earlier."""

    BEREAVED = "bereaved"
    ISOLATED = "isolated"
    DISCHARGED = "discharged"
    OTHER = "other"


RISK_LABELS = {
    Risk.BEREAVED: N_("Lost husband or wife"),
    Risk.ISOLATED: N_("Particularly isolated"),
    Risk.DISCHARGED: N_("Discharged from hospital"),
    Risk.OTHER: N_("Other risk"),
}


class Exemption(StrEnum):
    """Why somebody is offered no visit."""

    CARE_AND_HELP = "care_and_help"
    CARE_HOME = "care_home"
    WANTS_NONE = "wants_none"
    OTHER = "other"


EXEMPTION_LABELS = {
    Exemption.CARE_AND_HELP: N_("Gets both personal care and practical help"),
    Exemption.CARE_HOME: N_("Lives in a care home"),
    Exemption.WANTS_NONE: N_("Does not want to be asked"),
    Exemption.OTHER: N_("Other reason"),
}


class Declined(StrEnum):
    """Why somebody does not want the visit."""

    UNSAID = ""
    WELL = "well"
    HAS_HELP = "has_help"
    NO_TRUST = "no_trust"
    ILL = "ill"
    OTHER = "other"


DECLINED_LABELS = {
    Declined.UNSAID: N_("Not said"),
    Declined.WELL: N_("Is well and needs nothing"),
    Declined.HAS_HELP: N_("Has help already"),
    Declined.NO_TRUST: N_("Wants nobody in the home"),
    Declined.ILL: N_("Is ill at present"),
    Declined.OTHER: N_("Other reason"),
}


class Way(StrEnum):
    """How a visit took place that stands in no calendar."""

    HOME = ""
    PHONE = "phone"
    GROUP = "group"
    """A meeting of several people: another way that the Danish rule allows."""


WAY_LABELS = {
    Way.HOME: N_("At home"),
    Way.PHONE: N_("By telephone"),
    Way.GROUP: N_("At a meeting of several people"),
}
