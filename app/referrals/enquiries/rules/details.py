"""What the form of an enquiry says, and what of it is allowed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.clients.rules import Address, check_address, tidy_address
from app.clients.rules.contact import check_email
from app.clients.rules.cpr import read_cpr
from app.errors import N_, Problem
from app.referrals.enquiries.rules.lists import CHILD_CONCERN, CONCERNS
from app.referrals.enquiries.rules.words import Channel, Known, Urgency
from app.text_rules import NAME_LENGTH, NOTE_LENGTH, check_text, is_blank

if TYPE_CHECKING:
    from datetime import date, time
    from uuid import UUID

NO_DAY = N_("Please say when the enquiry came.")
IN_THE_FUTURE = N_("This time lies in the future.")
NO_REPORTER = N_("Please choose the department, write who is asking, or tick anonymous.")
NAMED = N_(
    "Whoever gives a name is not anonymous any more: the name is noted and may be disclosed "
    "({law}). Take the name out, or the tick."
)
NO_HOME = N_("Please say whom it is about: a name, a card, or an address.")
NOTHING_OBSERVED = N_("Please say what was observed, in the words of the caller.")
NO_CONCERN = N_("Please choose at least one concern.")
NOT_OFFERED = N_("Please choose one of the entries offered.")
NO_EMERGENCY = N_("Tell the caller to ring {numbers} now, and tick that you did.")
CPR_NOT_HERE = N_("This office keeps no CPR numbers. The municipality enters them where needed.")
NO_NAME = N_("Please write the name for the new card.")

_SPOKEN = frozenset({Channel.PHONE, Channel.IN_PERSON})
"""Where somebody is there to be told what to do."""
_LINES = ("reporter_name", "reporter_role", "reporter_phone", "callback_time", "about_name")
_SHORT = ("since_words", "how_often", "best_time", "responsible")
_NOTES = ("observed", "others_affected", "done_so_far", "safety_note")


@dataclass(frozen=True, slots=True)
class EnquiryDetails:
    """The form; what is needed on the phone comes first."""

    institution_id: UUID | None = None
    contact_id: UUID | None = None
    reporter_name: str = ""
    reporter_role: str = ""
    reporter_phone: str = ""
    reporter_email: str = ""
    callback_time: str = ""
    is_anonymous: bool = False
    person_id: UUID | None = None
    is_new: bool = False
    """Whether a card is made for the person who was named."""
    about_name: str = ""
    country: str = "DE"
    street: str = ""
    house_number: str = ""
    floor: str = ""
    door: str = ""
    postal_code: str = ""
    city: str = ""
    cpr: str = ""
    observed: str = ""
    concerns: tuple[str, ...] = ()
    urgency: Urgency = Urgency.U3
    told_emergency: bool = False
    """Whether the caller was told to ring the emergency number."""
    received_on: date | None = None
    received_time: time | None = None
    channel: Channel = Channel.PHONE
    since_words: str = ""
    since: date | None = None
    how_often: str = ""
    others_affected: str = ""
    children: Known = Known.UNKNOWN
    acute: bool = False
    told_resident: Known = Known.UNKNOWN
    resident_knows: Known = Known.UNKNOWN
    done_so_far: str = ""
    best_time: str = ""
    safety_note: str = ""
    responsible: str = ""

    @property
    def address(self) -> Address:
        """The home, as it is stored."""
        return tidy_address(
            Address(
                country=self.country,
                street=self.street,
                house_number=self.house_number,
                floor=self.floor,
                door=self.door,
                postal_code=self.postal_code,
                city=self.city,
            )
        )

    @property
    def is_about_child(self) -> bool:
        """Whether a child is the concern."""
        return CHILD_CONCERN in self.concerns

    @property
    def is_acute(self) -> bool:
        """Whether somebody is in danger now."""
        return self.urgency is Urgency.U1 or self.acute


@dataclass(frozen=True, slots=True)
class Setting:
    """What the office and the day say about a form."""

    today: date
    now: time
    keeps_cpr: bool
    emergency: str
    """The numbers to ring in danger, such as "112 / 110"."""
    naming_law: str
    own_concerns: frozenset[str] = frozenset()
    """Those that the office added."""


def check_enquiry(details: EnquiryDetails, here: Setting) -> tuple[Problem, ...]:
    """Answer everything that is wrong with an enquiry, in the order of the form."""
    return (
        *_check_reporter(details, here),
        *_check_about(details, here),
        *_check_said(details, here),
        *_check_time(details, here),
        *(
            problem
            for name in (*_LINES, *_SHORT)
            for problem in check_text(getattr(details, name), name, longest=NAME_LENGTH)
        ),
        *(
            problem
            for name in _NOTES
            for problem in check_text(getattr(details, name), name, longest=NOTE_LENGTH, lines=True)
        ),
    )


def _check_reporter(details: EnquiryDetails, here: Setting) -> tuple[Problem, ...]:
    named = not is_blank(details.reporter_name) or details.contact_id is not None
    if details.is_anonymous and named:
        return (Problem(NAMED, "is_anonymous", {"law": here.naming_law}),)
    if not (named or details.is_anonymous or details.institution_id is not None):
        return (Problem(NO_REPORTER, "institution_id"),)
    return check_email(details.reporter_email, "reporter_email")


def _check_about(details: EnquiryDetails, here: Setting) -> tuple[Problem, ...]:
    address = details.address
    is_known = details.person_id is not None or not is_blank(details.about_name)
    problems = list(check_address(address))
    if not is_known and not (address.street and address.house_number):
        problems.append(Problem(NO_HOME, "about_name"))
    if details.is_new and details.person_id is None and is_blank(details.about_name):
        problems.append(Problem(NO_NAME, "about_name"))
    if details.cpr.strip():
        found = read_cpr(details.cpr) if here.keeps_cpr else Problem(CPR_NOT_HERE, "cpr")
        problems += [found] if isinstance(found, Problem) else []
    return tuple(problems)


def _check_said(details: EnquiryDetails, here: Setting) -> tuple[Problem, ...]:
    problems: list[Problem] = []
    if is_blank(details.observed):
        problems.append(Problem(NOTHING_OBSERVED, "observed"))
    if not details.concerns:
        problems.append(Problem(NO_CONCERN, "concerns"))
    elif not set(details.concerns) <= {*CONCERNS.delivered, *here.own_concerns}:
        problems.append(Problem(NOT_OFFERED, "concerns"))
    if details.is_acute and details.channel in _SPOKEN and not details.told_emergency:
        told = {"numbers": here.emergency}
        problems.append(Problem(NO_EMERGENCY, "told_emergency", told))
    return tuple(problems)


def _check_time(details: EnquiryDetails, here: Setting) -> tuple[Problem, ...]:
    if details.received_on is None:
        return (Problem(NO_DAY, "received_on"),)
    at = details.received_time
    is_ahead = details.received_on == here.today and at is not None and at > here.now
    if details.received_on > here.today or is_ahead:
        return (Problem(IN_THE_FUTURE, "received_on"),)
    if details.since is not None and details.since > here.today:
        return (Problem(IN_THE_FUTURE, "since"),)
    return ()


def split_name(whole: str) -> tuple[str, str]:
    """Answer given and family name of a name as it was said: "Ruth Berg" or "Berg, Ruth"."""
    family, comma, given = whole.partition(",")
    if comma:
        return given.strip(), family.strip()
    given, _space, family = whole.strip().rpartition(" ")
    return given.strip(), family.strip()
