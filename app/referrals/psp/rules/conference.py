"""Conferences: groups, seats, meetings, agendas, tasks, and which paper may leave them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.referrals.psp.rules.words import AGENCY_LABELS, Agency, GroupKind, MeetingState
from app.text_rules import NAME_LENGTH, check_text, is_blank

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date, datetime

LONGEST = 2_000

NEEDS_LIST = N_(
    "PSP groups need a list of colleagues, because only named members may read them: an"
    " administrator writes it on the page “Colleagues”."
)
NOT_A_MEMBER = N_("This belongs to a group that you are not a member of.")
NOT_THE_LEAD = N_("Only the lead of the group may do this.")
NOT_OPEN = N_("The group is closed after a while without work. Please open it again.")
UNKNOWN = N_("Please choose one of the entries offered.")
NOT_A_PSP_MEMBER = N_(
    "{name} cannot be named: on the list of colleagues the role must be “PSP member”."
)
LAST_LEAD = N_("The group must have one member who leads it and has a desk in this office.")
SEAT_ENDED = N_("The last day lies before the first.")
NO_DAY = N_("Please enter the day.")
NO_TIME = N_("Please enter day and time.")
NOT_AT_THE_TABLE = N_(
    "{agency} was not at the table of this meeting, so there is no extract for it ({law})."
)
NOT_HELD = N_("Papers are made once the meeting has begun.")
IS_APPROVED = N_("The minutes are approved and do not change any more.")
OWN_MEETING = N_("Minutes are approved by a later meeting of the same group.")
PAST_DUE = N_("The deadline must not lie in the past.")
STEERING = N_("A steering group has no cases on its agenda.")
NAMED = N_(
    "All at the table get these words, and people stand in them by reference: please write"
    " {number} instead of the name “{name}” ({law})."
)
NOT_ATTENDING = N_("{agency} takes no part in this group, so it cannot be given a task.")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom a group confers on, as a card names them."""

    number: str
    """The reference of the case."""
    given_name: str
    family_name: str


@dataclass(frozen=True, slots=True)
class GroupDetails:
    """The form of a group."""

    name: str = ""
    kind: str = GroupKind.PSP
    area: str = ""
    agency: str = Agency.MUNICIPALITY
    """That of the person who makes the group and leads it first."""


@dataclass(frozen=True, slots=True)
class SeatDetails:
    """The form of a member; `member_name` names a colleague of this office, or nobody."""

    name: str = ""
    agency: str = Agency.MUNICIPALITY
    organisation: str = ""
    email: str = ""
    member_name: str = ""
    is_lead: bool = False
    from_on: date | None = None
    until_on: date | None = None


@dataclass(frozen=True, slots=True)
class MeetingDetails:
    """The form of a meeting; `starts_at` is local wall-clock time."""

    starts_at: datetime | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class DecisionDetails:
    """What a meeting writes down on one case."""

    summary: str = ""
    decision: str = ""
    lead_agency: str = ""
    next_review: date | None = None


@dataclass(frozen=True, slots=True)
class TaskDetails:
    """What an agency does until when."""

    agency: str = Agency.MUNICIPALITY
    what: str = ""
    due_on: date | None = None


def check_group(group: GroupDetails) -> tuple[Problem, ...]:
    """Answer what is wrong with a group."""
    problems = [*check_text(group.name, "name", longest=NAME_LENGTH, required=True)]
    if group.kind not in set(GroupKind):
        problems.append(Problem(UNKNOWN, "kind"))
    if group.agency not in set(Agency):
        problems.append(Problem(UNKNOWN, "agency"))
    return (*problems, *check_text(group.area, "area", longest=NAME_LENGTH))


def check_seat(seat: SeatDetails, psp_members: Collection[str]) -> tuple[Problem, ...]:
    """Answer what is wrong with a member; `psp_members` are the colleagues with that role."""
    problems = [*check_text(seat.name, "name", longest=NAME_LENGTH, required=True)]
    if seat.agency not in set(Agency):
        problems.append(Problem(UNKNOWN, "agency"))
    for field in ("organisation", "email"):
        problems += check_text(getattr(seat, field), field, longest=NAME_LENGTH)
    if seat.member_name and seat.member_name not in psp_members:
        problems.append(Problem(NOT_A_PSP_MEMBER, "member_name", {"name": seat.member_name}))
    if seat.from_on is None:
        problems.append(Problem(NO_DAY, "from_on"))
    elif seat.until_on is not None and seat.until_on < seat.from_on:
        problems.append(Problem(SEAT_ENDED, "until_on"))
    return tuple(problems)


def check_meeting(meeting: MeetingDetails) -> tuple[Problem, ...]:
    """Answer what is wrong with a meeting."""
    missing = () if meeting.starts_at else (Problem(NO_TIME, "starts_at"),)
    return (*missing, *check_text(meeting.place, "place", longest=NAME_LENGTH))


def check_decision(details: DecisionDetails, today: date) -> tuple[Problem, ...]:
    """Answer what is wrong with what a meeting writes down on a case."""
    problems: list[Problem] = []
    for field in ("summary", "decision"):
        problems += check_text(getattr(details, field), field, longest=LONGEST, lines=True)
    if details.lead_agency and details.lead_agency not in set(Agency):
        problems.append(Problem(UNKNOWN, "lead_agency"))
    if details.next_review is not None and details.next_review <= today:
        problems.append(Problem(PAST_DUE, "next_review"))
    return tuple(problems)


def check_task(task: TaskDetails, agencies: Collection[str], today: date) -> tuple[Problem, ...]:
    """Answer what is wrong with a task; `agencies` take part in the group."""
    problems = [*check_text(task.what, "what", longest=NAME_LENGTH, required=True)]
    if task.agency not in set(Agency):
        problems.append(Problem(UNKNOWN, "agency"))
    elif task.agency not in agencies:
        agency = Problem(AGENCY_LABELS[Agency(task.agency)])
        problems.append(Problem(NOT_ATTENDING, "agency", {"agency": agency}))
    if task.due_on is None:
        problems.append(Problem(NO_DAY, "due_on"))
    elif task.due_on < today:
        problems.append(Problem(PAST_DUE, "due_on"))
    return tuple(problems)


def check_names(texts: Mapping[str, str], people: Iterable[Named], law: str) -> tuple[Problem, ...]:
    """Answer where texts, by their fields, name somebody whom the group confers on.

    The family name alone is enough; a given name is common, and tells nobody by itself.
    """
    sought = [(one, _as_words(one.family_name or one.given_name)) for one in people]
    return tuple(
        Problem(NAMED, field, {"number": one.number, "name": name.strip(), "law": law})
        for field, text in texts.items()
        for one, name in sought
        if name.strip() and name in _as_words(text)
    )


def _as_words(text: str) -> str:
    """Answer words, each between two spaces."""
    return " " + " ".join("".join(one if one.isalnum() else " " for one in text).split()) + " "


def check_extract(
    agency: str, present: Collection[str], state: str, law: str
) -> tuple[Problem, ...]:
    """Answer why an agency gets no extract: it must have been at the table."""
    if state == MeetingState.PLANNED:
        return (Problem(NOT_HELD),)
    if agency not in set(Agency):
        return (Problem(UNKNOWN, "agency"),)
    if agency not in present:
        values = {"agency": Problem(AGENCY_LABELS[Agency(agency)]), "law": law}
        return (Problem(NOT_AT_THE_TABLE, "agency", values),)
    return ()


def has_decision(details: DecisionDetails) -> bool:
    """Answer whether something was decided."""
    return not is_blank(details.decision)
