"""The words of visiting: where a visit is, what became of it, and why it did not happen."""

from __future__ import annotations

from enum import StrEnum

from app.errors import N_


class Place(StrEnum):
    """Where a visit takes place."""

    HOME = "home"
    OUT = "out"
    PHONE = "phone"
    INSTITUTION = "institution"

    @property
    def label(self) -> str:
        """The English words for it, translated where they are shown."""
        return _PLACES[self]


class VisitKind(StrEnum):
    """What kind of visit it is."""

    HOME = "home"
    ACCOMPANIMENT = "accompaniment"
    TELEPHONE = "telephone"
    INSTITUTION = "institution"

    @property
    def label(self) -> str:
        """The English words for it, translated where they are shown."""
        return _KINDS[self]

    @property
    def place(self) -> Place:
        """Where a visit of this kind takes place."""
        return _WHERE[self]

    @classmethod
    def at(cls, place: Place) -> VisitKind:
        """Answer the kind of a visit that takes place somewhere."""
        return next(kind for kind, where in _WHERE.items() if where is place)


class VisitStatus(StrEnum):
    """What became of a visit."""

    PLANNED = "planned"
    HELD = "held"
    NOT_HELD = "not_held"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        """The English words for it, translated where they are shown."""
        return _STATUSES[self]


class NotHeldReason(StrEnum):
    """Why a visit did not happen."""

    CLIENT_CANCELLED = "client_cancelled"
    VISITOR_CANCELLED = "visitor_cancelled"
    NO_ONE_OPENED = "no_one_opened"
    HOSPITAL = "hospital"
    HOLIDAY = "holiday"
    WEATHER = "weather"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The English words for it, translated where they are shown."""
        return _REASONS[self]


_PLACES = {
    Place.HOME: N_("At home"),
    Place.OUT: N_("Out and about"),
    Place.PHONE: N_("By phone"),
    Place.INSTITUTION: N_("In an institution"),
}
_KINDS = {
    VisitKind.HOME: N_("Home visit"),
    VisitKind.ACCOMPANIMENT: N_("Accompaniment"),
    VisitKind.TELEPHONE: N_("Visit by telephone"),
    VisitKind.INSTITUTION: N_("Visit in an institution"),
}
_WHERE = {
    VisitKind.HOME: Place.HOME,
    VisitKind.ACCOMPANIMENT: Place.OUT,
    VisitKind.TELEPHONE: Place.PHONE,
    VisitKind.INSTITUTION: Place.INSTITUTION,
}
_STATUSES = {
    VisitStatus.PLANNED: N_("Planned"),
    VisitStatus.HELD: N_("Held"),
    VisitStatus.NOT_HELD: N_("Not held"),
    VisitStatus.CANCELLED: N_("Cancelled"),
}
_REASONS = {
    NotHeldReason.CLIENT_CANCELLED: N_("The client cancelled"),
    NotHeldReason.VISITOR_CANCELLED: N_("The visitor cancelled"),
    NotHeldReason.NO_ONE_OPENED: N_("Nobody opened the door"),
    NotHeldReason.HOSPITAL: N_("The client was in hospital"),
    NotHeldReason.HOLIDAY: N_("Holiday"),
    NotHeldReason.WEATHER: N_("The weather"),
    NotHeldReason.OTHER: N_("Another reason"),
}
