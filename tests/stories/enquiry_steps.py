"""The steps of an enquiry, from the ring of the phone until it is closed, by keyboard alone."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from sqlalchemy import select

from db.answers import Answer
from db.people import Person
from db.referrals import Enquiry, EnquiryStep
from db.visiting import Visit
from tests.factories.institutions import add_contact, add_institution
from tests.forms.reading import text_of
from tests.forms.structure_reading import failures

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from app.office import Office
    from tests.stories.people import Walk

MOST_KEYS = 150
"""Keys of an enquiry: a minute of typing for somebody who looks for the letters."""
RUTH = "Ruth Berg"
CARETAKER = "Lars Holm"
DEPARTMENTS = MappingProxyType(
    {
        "de": {"name": "Wohnbau Garath", "country": "DE", "street": "Frankfurter Str.",
               "house_number": "21", "postal_code": "40595", "city": "Duesseldorf"},
        "da": {"name": "Hedeparken", "country": "DK", "street": "Magleparken",
               "house_number": "5", "postal_code": "2750", "city": "Ballerup"},
    }
)  # fmt: skip
STREETS = MappingProxyType({"de": "Ricarda-Huch-Str.", "da": "Hedevej"})
OBSERVED = MappingProxyType(
    {
        "de": "Die Vorhaenge sind seit Tagen zu.",
        "da": "Gardinerne har vaeret trukket for i dage.",
    }
)
CONTACT_SCHEME = "ontaktordnung", "ontaktordning"
"""The rule that a refusal names, however it is written."""
LOCKED = "Demenz"
"""What nobody outside is told."""


def prepare(office: Office, language: str) -> None:
    """Let the housing department and its caretaker be known."""
    department = add_institution(office, **DEPARTMENTS[language])
    given, family = CARETAKER.split()
    add_contact(office, department, given_name=given, family_name=family)


def take_the_call(walk: Walk) -> None:
    """Who rings and the town are proposed by the department; a card is made on the way."""
    walk.go_to("ctrl+5", "referrals")
    rang = walk.keys
    walk.press("ctrl+n")
    walk.wait_for_focus("EnquiryForm", ".institution")
    walk.pick(DEPARTMENTS[walk.language]["name"][:4])
    walk.fill("about_name", RUTH)
    walk.fill("street", STREETS[walk.language])
    walk.fill("house_number", "12")
    walk.tick("is_new")
    walk.fill("observed", OBSERVED[walk.language])
    walk.tab_to(".concerns")
    walk.press("space")
    walk.wait(lambda state: state["value"], "the concern")
    walk.save("referrals")
    assert walk.keys - rang <= MOST_KEYS


def close_too_early(walk: Walk) -> None:
    """Nobody has answered: it stays open, and says by which rule."""
    walk.push("EnquiryCardView", ".close_button")
    walk.wait_for_focus("ClosingForm", ".outcome")
    walk.choose_here("help_began")
    walk.press("ctrl+s")
    walk.wait_for_focus("ClosingForm", "ProblemSummary")
    said = walk.state()["value"]
    assert any(rule in said for rule in CONTACT_SCHEME), said
    walk.press("Escape")
    walk.wait(lambda state: "ClosingForm" not in state["shown"], "the card")


def answer(walk: Walk, file: Path) -> None:
    """Fixed sentences alone: own words are locked without a consent."""
    walk.push("AnswersCard", "._action", most=80)
    walk.wait_for_focus("AnsweringForm", ".told")
    walk.choose_here("contact_taken")
    walk.tab_to("AnsweringForm", ".own")
    walk.type(LOCKED)
    walk.picture("answer")
    walk.save("referrals")
    walk.push("AnswersCard", place_in_row=2, most=80)
    walk.choose_file(file)
    walk.wait(lambda _state: file.exists(), "the answer")


def send_somebody(walk: Walk) -> None:
    """The visit is planned in the form that the enquiry opens, and tied to it."""
    walk.push("EnquiryCardView", ".follow_button", most=80)
    walk.wait_for_focus("FollowForm", ".kind")
    walk.fill("day", tomorrow())
    walk.fill("start", "10:00")
    walk.save("visiting")


def close(walk: Walk) -> None:
    walk.push("EnquiryCardView", ".close_button", most=80)
    walk.wait_for_focus("ClosingForm", ".outcome")
    walk.choose_here("help_began")
    walk.save("referrals")
    walk.picture("closed")


def find_again(walk: Walk) -> None:
    """From another page the closed enquiry is found by its street, as any case is."""
    walk.go_to("ctrl+1", "my_day")
    walk.press("ctrl+k")
    walk.wait_for_focus(".search")
    walk.type(STREETS[walk.language][:7])
    walk.wait(lambda state: state["found"], "the enquiry to be found")
    walk.press("Return")
    walk.wait(lambda state: state["here"][0] == "enquiries", "the enquiry")
    walk.wait(lambda state: "EnquiryCardView" in state["shown"], "its card")


def tomorrow() -> str:
    """Answer the next day as it is typed."""
    return f"{_now() + timedelta(days=1):%d.%m.%Y}"


def _now() -> datetime:
    return datetime.now(UTC).astimezone().replace(tzinfo=None)


def shown(connection: Connection) -> str:
    """Answer what was shown before it was sent, word by word."""
    return connection.execute(select(Answer.shown_text)).scalar_one()


def read_answer(pdf: bytes, before: str) -> None:
    """Hold the letter against what was shown: it names the caretaker, and nothing of Ruth."""
    said = text_of(pdf)
    assert failures(pdf) == []
    assert CARETAKER in said
    reference, *paragraphs = before.split("\n\n")
    assert all(" ".join(words.split()) in said for words in paragraphs)
    assert reference.split()[-1] in said
    for secret in (*RUTH.split(), LOCKED, *STREETS.values()):
        assert secret not in said


def see(connection: Connection) -> None:
    """Hold what is in the office against what was done on the phone and after."""
    person = connection.scalar(select(Person.id).where(Person.family_name == "Berg"))
    enquiry = connection.execute(
        select(Enquiry.id, Enquiry.state, Enquiry.outcome, Enquiry.person_id)
    ).one()
    assert tuple(enquiry[1:]) == ("closed", "help_began", person)
    given = connection.execute(select(Answer.disclosure_class, Answer.free_text)).one()
    assert tuple(given) == ("contact_taken", "")
    visit = connection.execute(select(Visit.id, Visit.planned_start, Visit.client_id)).one()
    day = (_now() + timedelta(days=1)).date()
    assert tuple(visit[1:]) == (datetime.combine(day, time(10)), person)
    step = connection.execute(select(EnquiryStep.kind, EnquiryStep.target_id)).one()
    assert tuple(step) == ("visit", visit.id)
