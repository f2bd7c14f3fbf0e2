"""The steps of a conference of agencies, from bringing a person up to the extracts, by keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from app.access.rules import Role
from app.referrals.psp.groups import add_seat, make_group
from app.referrals.psp.rules import Agency, GroupDetails, SeatDetails
from tests.factories.access import member
from tests.factories.clients import add_client
from tests.stories.enquiry_steps import tomorrow
from tests.stories.people import ANNA

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from app.office import Office
    from tests.stories.people import Walk

ADMINISTRATOR = "Otto Ordner"
GROUPS = {"de": "Fallkonferenz Garath", "da": "PSP Ballerup"}
BASES = {"de": "sgbx69", "da": "rpl115_2"}
AT_TABLE = (Agency.POLICE, Agency.PSYCHIATRY, Agency.PROBATION)


@dataclass(frozen=True, slots=True)
class Told:
    """A fact, and who needs it."""

    words: dict[str, str]
    to: tuple[Agency, ...]


FACTS = (
    Told(
        {"de": "Oeffnet niemandem die Tuer", "da": "Aabner ikke doeren for nogen"},
        (Agency.POLICE, Agency.PSYCHIATRY),
    ),
    Told(
        {"de": "Nimmt seine Tabletten nicht", "da": "Tager ikke sine tabletter"},
        (Agency.PSYCHIATRY,),
    ),
    Told(
        {"de": "Kommt nicht zu Terminen", "da": "Moeder ikke op til samtaler"},
        (Agency.PROBATION,),
    ),
)
NEEDED = {"de": "Wer hingeht, muss das wissen", "da": "Den der besoeger skal vide det"}
TASKS = {"de": "Spricht vor Ort mit ihm", "da": "Taler med ham paa stedet"}


def prepare(office: Office, language: str) -> None:
    """Let there be a group with three more agencies, and a second person."""
    office.work_as(ADMINISTRATOR)
    member(office, ADMINISTRATOR, Role.ADMINISTRATOR)
    member(office, ANNA, Role.PSP_MEMBER)
    office.work_as(ANNA)
    group = office.act(make_group, uuid4(), GroupDetails(GROUPS[language])).value
    today = date.today()  # noqa: DTZ011 - the local day
    for agency in AT_TABLE:
        seat = SeatDetails(f"{agency.title()} Person", agency, from_on=today)
        office.act(add_seat, group, uuid4(), seat)
    add_client(office, given_name="Jens", family_name="Sommer")


def bring_up(walk: Walk) -> None:
    walk.open_tab("StartView")
    walk.picture("groups")
    walk.push("GroupCard", ".open_button")
    walk.wait(lambda state: GROUPS[walk.language] in state["titles"], "the group")
    walk.press("ctrl+n")
    walk.wait_for_focus("CaseForm", ".person")
    walk.pick("jens")
    walk.tab_to(".criteria")
    for _step in range(8):
        walk.press("Right")
    walk.press("space")
    walk.fill("means", "...")
    walk.fill("tried", "...")
    walk.tick("informed")
    walk.fill("consent_reason", "...")
    walk.picture("case-form")
    walk.save("psp")
    walk.wait(lambda state: "CaseCard" in state["shown"], "the case")
    walk.picture("case")
    for fact in FACTS:
        tell(walk, fact)
    walk.picture("facts")


def tell(walk: Walk, fact: Told) -> None:
    walk.press("ctrl+n")
    walk.wait_for_focus("FactForm", ".words")
    walk.type(fact.words[walk.language])
    walk.tab_to(".recipients")
    for agency in (Agency.MUNICIPALITY, *AT_TABLE):
        if agency in fact.to:
            walk.press("space")
        walk.press("Right")
    walk.fill("necessity", NEEDED[walk.language])
    walk.choose("basis", BASES[walk.language])
    walk.tick("confirmed")
    walk.picture("fact-form")
    walk.save("psp")
    walk.wait(lambda state: "CaseCard" in state["shown"], "the case")


def confer(walk: Walk) -> None:
    """Everyone but the probation service is at the table at first."""
    walk.press("alt+Left")
    walk.wait(lambda state: GROUPS[walk.language] in state["titles"], "the group")
    walk.tab_to("GroupInside", "QTabBar")
    walk.press("Right")
    walk.press("ctrl+n")
    walk.wait_for_focus("MeetingForm", ".day")
    walk.fill("day", f"{date.today():%d.%m.%Y}")  # noqa: DTZ011 - the local day
    walk.fill("time", "09:00")
    walk.save("psp")
    walk.wait_for_focus("Conference", ".agenda")
    walk.push("Conference", ".begin_button")
    walk.picture("meeting")
    walk.tab_to("Conference", ".presence")
    for _seat in range(4):
        before = len(walk.state()["touched"])
        walk.press("space")
        walk.changed("psp", before)
        walk.press("Right")
    walk.tab_to("ItemPanel", ".decision")
    walk.type("...")
    walk.choose("lead", "psychiatry")
    walk.save("psp")
    walk.push("ItemPanel", ".tasks", "._action")
    walk.wait_for_focus("TaskForm", ".agency")
    walk.choose_here("police")
    walk.fill("what", TASKS[walk.language])
    walk.fill("due_on", tomorrow())
    walk.save("psp")
    walk.picture("conference")


def give_extracts(walk: Walk, folder: Path) -> None:
    for agency in AT_TABLE:
        walk.push("Conference", f".{agency.value}", most=80)
        walk.wait(lambda state: state["pages"], "the extract")
        walk.picture(agency)
        walk.push(".save_button")
        walk.wait(lambda state: state["modal"] == "_Sealed", "the question")
        walk.tab_to(".is_sealed")
        walk.press("space", "Return")
        walk.choose_file(folder / f"{agency}.pdf")
        walk.wait(lambda _state, agency=agency: (folder / f"{agency}.pdf").exists(), "the file")
        walk.press("Escape")
        walk.wait(lambda state: "Conference" in state["shown"], "the meeting")


def see(connection: Connection) -> None:
    pass
