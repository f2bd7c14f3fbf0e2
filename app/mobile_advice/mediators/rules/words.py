"""The words of requests for mediators: wish, way, who pays, and how far a request has come."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping


class GenderWish(StrEnum):
    """Whom the person wants to talk before; "" leaves it open."""

    NONE = ""
    FEMALE = "female"
    MALE = "male"


class Way(StrEnum):
    """How the mediator takes part."""

    PLACE = "place"
    VIDEO = "video"
    PHONE = "phone"


class Funding(StrEnum):
    """Who pays."""

    NONE = ""
    """Nobody has to: one of the office's own people."""
    OWN = "own"
    THIRD = "third"
    POOL = "pool"
    """The pool itself, mostly only when own and third funds are used up."""
    REQUESTER = "requester"


class RequestState(StrEnum):
    """How far a request has come."""

    REQUESTED = "requested"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    DONE = "done"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"


GENDER_LABELS: Mapping[GenderWish, str] = MappingProxyType(
    {
        GenderWish.NONE: N_("No wish"),
        GenderWish.FEMALE: N_("A woman"),
        GenderWish.MALE: N_("A man"),
    }
)
WAY_LABELS: Mapping[Way, str] = MappingProxyType(
    {Way.PLACE: N_("At the place"), Way.VIDEO: N_("By video"), Way.PHONE: N_("By telephone")}
)
FUNDING_LABELS: Mapping[Funding, str] = MappingProxyType(
    {
        Funding.NONE: N_("No payment"),
        Funding.OWN: N_("Own funds"),
        Funding.THIRD: N_("Third-party funds"),
        Funding.POOL: N_("Funds of the pool"),
        Funding.REQUESTER: N_("Whoever asks for the talk"),
    }
)
STATE_LABELS: Mapping[RequestState, str] = MappingProxyType(
    {
        RequestState.REQUESTED: N_("Requested"),
        RequestState.CONFIRMED: N_("Confirmed"),
        RequestState.DECLINED: N_("Declined"),
        RequestState.DONE: N_("Took place"),
        RequestState.NO_SHOW: N_("Nobody came"),
        RequestState.CANCELLED: N_("Cancelled"),
    }
)
OPEN = frozenset({RequestState.REQUESTED, RequestState.CONFIRMED})
TAKES_A_MEDIATOR = OPEN | {RequestState.DONE}
"""States in which a mediator is elsewhere engaged."""
NEXT: Mapping[RequestState, frozenset[RequestState]] = MappingProxyType(
    {
        RequestState.REQUESTED: frozenset(
            {RequestState.CONFIRMED, RequestState.DECLINED, RequestState.CANCELLED}
        ),
        RequestState.CONFIRMED: frozenset(
            {
                RequestState.DONE,
                RequestState.NO_SHOW,
                RequestState.DECLINED,
                RequestState.CANCELLED,
            }
        ),
        RequestState.DECLINED: frozenset({RequestState.REQUESTED}),
        RequestState.DONE: frozenset(),
        RequestState.NO_SHOW: frozenset(),
        RequestState.CANCELLED: frozenset(),
    }
)
"""Which step may follow; whoever declined can be asked again, or somebody else."""
