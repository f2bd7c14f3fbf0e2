"""The steps of a conference of agencies, from bringing a person up to the extracts, by keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import select

from app.access.rules import Role
from app.referrals.psp.groups import add_seat, make_group
from app.referrals.psp.rules import Agency, GroupDetails, SeatDetails
from db.psp import PspCase, PspExtract
from tests.factories.access import member
from tests.factories.clients import add_client
from tests.forms.reading import text_of
from tests.forms.structure_reading import failures
from tests.stories.enquiry_steps import tomorrow
from tests.stories.people import ANNA

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from app.office import Office
    from tests.stories.people import Walk

ADMINISTRATOR = "Otto Ordner"
JENS = "Jens Sommer"
GROUPS = MappingProxyType({"de": "Fallkonferenz Garath", "da": "PSP Ballerup"})
BASES = MappingProxyType({"de": "sgbx69", "da": "rpl115_2"})
AT_TABLE = (Agency.POLICE, Agency.PSYCHIATRY, Agency.PROBATION)
WHY = MappingProxyType({"de": "Laesst niemanden von uns ein", "da": "Lukker ingen af os ind"})
TRIED = MappingProxyType({"de": "Drei Besuche, zwei Briefe", "da": "Tre besoeg, to breve"})
NOT_ASKED = MappingProxyType({"de": "War nie zu sprechen", "da": "Har ikke kunnet traeffes"})
NEEDED = MappingProxyType({"de": "Wer hingeht, muss es wissen", "da": "Den der gaar derhen"})
AGREED = MappingProxyType({"de": "Gemeinsamer Besuch", "da": "Faelles besoeg"})
TASKS = MappingProxyType({"de": "Spricht vor Ort mit ihm", "da": "Taler med ham paa stedet"})


@dataclass(frozen=True, slots=True)
class Told:
    """A fact, and who needs it."""

    de: str
    da: str
    to: tuple[Agency, ...]

    def words(self, language: str) -> str:
        """Answer the fact as it is typed."""
        return str(getattr(self, language))


FACTS = (
    Told(
        "Oeffnet niemandem die Tuer",
        "Aabner ikke doeren for nogen",
        (Agency.POLICE, Agency.PSYCHIATRY),
    ),
    Told("Nimmt seine Tabletten nicht", "Tager ikke sin medicin", (Agency.PSYCHIATRY,)),
    Told("Kommt nicht zu Terminen", "Moeder ikke op til samtaler", (Agency.PROBATION,)),
)


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
    given, family = JENS.split()
    add_client(office, given_name=given, family_name=family)


def bring_up(walk: Walk) -> None:
    """Jens is brought up with three facts, each ticked for those who need it."""
    walk.open_tab("StartView")
    walk.push("GroupCard", ".open_button")
    walk.wait(lambda state: GROUPS[walk.language] in state["titles"], "the group")
    walk.press("ctrl+n")
    walk.wait_for_focus("CaseForm", ".person")
    walk.pick(JENS[:4].lower())
    walk.tab_to(".criteria")
    _move(walk, "Left")
    _tick(walk)
    walk.fill("means", WHY[walk.language])
    walk.fill("tried", TRIED[walk.language])
    walk.tick("informed")
    walk.fill("consent_reason", NOT_ASKED[walk.language])
    walk.save("psp")
    _tell_without_a_ground(walk)
    for fact in FACTS:
        _tell(walk, fact)


def _tell_without_a_ground(walk: Walk) -> None:
    """A fact without basis is refused, and the refusal names the law."""
    _begin_fact(walk)
    walk.type(FACTS[0].words(walk.language))
    walk.press("ctrl+s")
    walk.wait_for_focus("FactForm", "ProblemSummary")
    said = walk.state()["value"]
    assert {"de": "SGB X", "da": "retsplejeloven"}[walk.language] in said, said
    walk.press("Escape")
    walk.wait_for_focus("Question")
    walk.push("Question", ".verb_button")
    walk.wait(lambda state: "FactForm" not in state["shown"], "the case")


def _begin_fact(walk: Walk) -> None:
    walk.wait(lambda state: any(JENS in title for title in state["titles"]), "the case")
    walk.press("ctrl+n")
    walk.wait_for_focus("FactForm", ".words")


def _tell(walk: Walk, fact: Told) -> None:
    _begin_fact(walk)
    walk.type(fact.words(walk.language))
    walk.tab_to(".recipients")
    for agency in AT_TABLE:
        _move(walk, "Right")
        if agency in fact.to:
            _tick(walk)
    walk.fill("necessity", NEEDED[walk.language])
    walk.choose("basis", BASES[walk.language])
    walk.tick("confirmed")
    walk.save("psp")


def _move(walk: Walk, key: str) -> None:
    """Move along chips: the next key waits until this one is seen."""
    before = walk.state()["widget"]
    walk.press(key)
    walk.wait(lambda state: state["widget"] != before, f"{key} to move")


def _tick(walk: Walk) -> None:
    before = walk.state()["value"]
    walk.press("space")
    walk.wait(lambda state: state["value"] != before, "the chip to be ticked")


def confer(walk: Walk) -> None:
    """Jens comes on the agenda by himself; all four are at the table and agree."""
    walk.press("alt+Left")
    walk.wait(lambda state: GROUPS[walk.language] in state["titles"], "the group")
    walk.tab_to("GroupInside", "QTabBar")
    walk.press("Right", "ctrl+n")
    walk.wait_for_focus("MeetingForm", ".day")
    walk.fill("day", f"{date.today():%d.%m.%Y}")  # noqa: DTZ011 - the local day
    walk.fill("time", "09:00")
    walk.save("psp")
    walk.wait_for_focus("Conference", ".agenda")
    walk.push("Conference", ".begin_button")
    walk.tab_to("Conference", ".presence")
    for _seat in range(1 + len(AT_TABLE)):
        before = len(walk.state()["touched"])
        walk.press("space")
        walk.changed("psp", before)
        _move(walk, "Right")
    walk.tab_to("ItemPanel", ".decision")
    walk.type(AGREED[walk.language])
    walk.choose("lead", Agency.PSYCHIATRY)
    walk.save("psp")
    walk.push("ItemPanel", ".tasks", "._action")
    walk.wait_for_focus("TaskForm", ".agency")
    walk.choose_here(Agency.POLICE)
    walk.fill("what", TASKS[walk.language])
    walk.fill("due_on", tomorrow())
    walk.save("psp")
    walk.picture("conference")


def give_extracts(walk: Walk, folder: Path) -> None:
    """One paper for each agency at the table; the question about a password is answered no."""
    for agency in AT_TABLE:
        file = folder / f"{agency}.pdf"
        walk.push("Conference", f".{agency.value}", most=80)
        walk.wait_for_focus("PspPaperView", ".print_button")
        walk.push(".save_button")
        walk.wait_for_focus("_Sealed")
        walk.tab_to(".is_sealed")
        walk.press("space", "Return")
        walk.choose_file(file)
        _wait_for(walk, file)
        walk.press("Escape")
        walk.wait_for_focus("Conference")


def _wait_for(walk: Walk, file: Path) -> None:
    walk.wait(lambda _state: file.exists(), "the file")


def read_extracts(folder: Path, language: str) -> None:
    """Hold each extract against what was ticked for its agency."""
    for agency in AT_TABLE:
        pdf = (folder / f"{agency}.pdf").read_bytes()
        said = text_of(pdf)
        assert failures(pdf) == []
        assert JENS in said
        for fact in FACTS:
            assert (fact.words(language) in said) is (agency in fact.to), (agency, fact)
        assert (TASKS[language] in said) is (agency is Agency.POLICE)
        for apart in (WHY, TRIED, NOT_ASKED, AGREED):
            assert apart[language] not in said


def see(connection: Connection) -> None:
    """Hold what is on record against what was given."""
    given = connection.execute(select(PspExtract.agency, PspExtract.facts)).all()
    facts = {agency: sum(agency in fact.to for fact in FACTS) for agency in AT_TABLE}
    assert {row.agency: row.facts for row in given} == facts
    case = connection.execute(select(PspCase.state, PspCase.lead_agency)).one()
    assert tuple(case) == ("active", "psychiatry")
