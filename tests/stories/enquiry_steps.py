"""The steps of an enquiry, from the ring of the phone until it is closed, by keyboard alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tests.factories.institutions import add_contact, add_institution

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from app.office import Office
    from tests.stories.people import Walk

DEPARTMENTS = {
    "de": {"name": "Wohnbau Garath", "country": "DE", "street": "Frankfurter Str.",
           "house_number": "21", "postal_code": "40595", "city": "Duesseldorf"},
    "da": {"name": "Boligforeningen Hedeparken", "country": "DK", "street": "Magleparken",
           "house_number": "5", "postal_code": "2750", "city": "Ballerup"},
}  # fmt: skip
STREETS = {"de": "Ricarda-Huch-Str.", "da": "Hedevej"}
OBSERVED = {
    "de": "Die Vorhaenge sind seit Tagen zu.",
    "da": "Gardinerne har vaeret trukket for i dage.",
}


def prepare(office: Office, language: str) -> None:
    """Let the housing department and its caretaker be known."""
    department = add_institution(office, kind="housing", **DEPARTMENTS[language])
    add_contact(office, department, given_name="Lars", family_name="Holm", phone="0211 4710100")


def take_the_call(walk: Walk) -> None:
    walk.go_to("ctrl+5", "referrals")
    rang = walk.keys
    walk.press("ctrl+n")
    walk.wait_for_focus("EnquiryForm", ".institution")
    walk.pick(DEPARTMENTS[walk.language]["name"][:6])
    walk.fill("about_name", "Ruth Berg")
    walk.fill("street", STREETS[walk.language])
    walk.fill("house_number", "12")
    walk.tick("is_new")
    walk.fill("observed", OBSERVED[walk.language])
    walk.tab_to(".concerns")
    walk.press("space")
    walk.picture("enquiry")
    walk.save("referrals")
    print("KEYS", walk.keys - rang)
    walk.picture("enquiry-card")


def close_too_early(walk: Walk) -> None:
    """Nobody has answered: it stays open, and says why."""
    walk.push("EnquiryCardView", ".close_button")
    walk.wait_for_focus("ClosingForm", ".outcome")
    walk.choose_here("help_began")
    walk.press("ctrl+s")
    walk.wait_for_focus("ClosingForm", "ProblemSummary")
    walk.picture("unanswered")
    print(walk.state()["value"])
    walk.press("Escape")
    walk.wait(lambda state: "ClosingForm" not in state["shown"], "the card")


def answer(walk: Walk, file: Path) -> None:
    """Fixed sentences alone: own words are locked without a consent."""
    walk.push("AnswersCard", "._action", most=80)
    walk.wait_for_focus("AnsweringForm", ".told")
    walk.choose_here("contact_taken")
    walk.tab_to("AnsweringForm", ".own")
    walk.type("Demenz")
    assert walk.state()["value"] == ""
    walk.picture("answer")
    walk.save("referrals")
    walk.push("AnswersCard", place_in_row=2, most=80)
    walk.picture("answered")
    walk.choose_file(file)
    walk.wait(lambda _state: file.exists(), "the answer")


def send_somebody(walk: Walk) -> None:
    walk.push("EnquiryCardView", ".follow_button", most=80)
    walk.wait_for_focus("FollowForm", ".kind")
    walk.fill("day", tomorrow())
    walk.fill("start", "10:00")
    walk.picture("follow")
    walk.save("visiting")


def close(walk: Walk) -> None:
    walk.push("EnquiryCardView", ".close_button", most=80)
    walk.wait_for_focus("ClosingForm", ".outcome")
    walk.choose_here("help_began")
    walk.save("referrals")
    walk.picture("closed")


def tomorrow() -> str:
    """Answer the next day as it is typed."""
    day = datetime.now(UTC).astimezone().replace(tzinfo=None) + timedelta(days=1)
    return f"{day:%d.%m.%Y}"


def see(connection: Connection) -> None:
    pass
