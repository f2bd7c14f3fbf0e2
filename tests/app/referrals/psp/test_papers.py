"""Requirements of what leaves a meeting: for any sequence of acts only what was ticked."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from hashlib import sha256
from random import Random
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from app.errors import Refused
from app.referrals.psp.cases import add_fact, change_case, change_fact, remove_fact
from app.referrals.psp.entering import open_group
from app.referrals.psp.meetings import (
    begin_meeting,
    close_meeting,
    note_presence,
    plan_meeting,
    record_decision,
)
from app.referrals.psp.papers import (
    agenda_paper,
    extract_facts,
    extract_paper,
    held_paper,
    minutes_paper,
    sheet_paper,
)
from app.referrals.psp.queries import meeting_view
from app.referrals.psp.reading import read_case
from app.referrals.psp.rules import (
    Agency,
    ConsentSought,
    DecisionDetails,
    MeetingDetails,
    TaskDetails,
)
from app.referrals.psp.rules.conference import NOT_AT_THE_TABLE, NOT_HELD
from app.referrals.psp.tasks import add_task
from tests.factories.clients import add_client
from tests.factories.psp import (
    TODAY,
    case_details,
    fact_details,
    later,
    psp_case,
    psp_fact,
    psp_meeting,
    psp_office,
)
from tests.forms.reading import seen

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Office
    from app.referrals.psp.rules import FactDetails

SECRETS = ("He opens to nobody", "Three visits", "He said no")
"""What the form of a case says, see `case_details`."""
AGENCIES = (Agency.MUNICIPALITY, Agency.POLICE, Agency.PSYCHIATRY, Agency.PROBATION)


@pytest.fixture
def group(office: Office) -> UUID:
    """An open PSP group of the one at work."""
    return psp_office(office)


def _words(pdf: bytes) -> str:
    return " ".join(piece.text for piece in seen(pdf))


def _random_fact(chance: Random, today: Any) -> FactDetails:  # noqa: ANN401 - a day
    """Answer any fact, with or without its grounds."""
    return fact_details(
        chance.choice(("rpl115_2", "rpl115_2", "consent_dk", "sgbx69", "")),
        from_agency=chance.choice(AGENCIES),
        recipients=tuple(chance.sample(AGENCIES, chance.randint(0, 3))),
        not_for_investigation=chance.random() > 0.2,
        expires_on=today + timedelta(days=chance.randint(-5, 40)),
        necessity=chance.choice(("Needed", "Needed", "")),
    )


@pytest.mark.parametrize("seed", range(3))
def test_an_extract_holds_only_what_was_ticked_whatever_was_done_before(
    office: Office, group: UUID, seed: int
) -> None:
    chance, day = Random(seed), 0  # noqa: S311 - the same acts each time
    cases = [psp_case(office, group) for _number in range(2)]
    meeting = psp_meeting(office, group)
    seats = office.ask(meeting_view, meeting, TODAY).presence  # type: ignore[union-attr]  # there
    ticked: dict[UUID, FactDetails] = {}
    for _step in range(40):
        today = TODAY + timedelta(days=day)
        details, act = _random_fact(chance, today), chance.randint(0, 9)
        with suppress(Refused):
            if act <= 3:
                key = office.act(add_fact, chance.choice(cases), uuid4(), details).value
                ticked[key] = details
            elif act == 4 and ticked:
                key = chance.choice(list(ticked))
                office.act(change_fact, key, _version(office, cases, key), details)
                ticked[key] = details
            elif act == 5 and ticked:
                key = chance.choice(list(ticked))
                office.act(remove_fact, key)
                del ticked[key]
            elif act == 6:
                seat = chance.choice(seats)
                here = chance.random() > 0.4
                office.act(note_presence, meeting, seat.member_id, present=here)
            elif act == 7:
                day += chance.randint(0, 12)
                later(office, timedelta(days=day))
                office.act(open_group, group)
            else:
                _check(office, meeting, chance.choice(AGENCIES), ticked)


def _version(office: Office, cases: list[UUID], key: UUID) -> int:
    facts = [fact for case in cases for fact in office.act(read_case, case).value.facts]
    return next((fact.version for fact in facts if fact.id == key), 0)


def _check(office: Office, meeting: UUID, agency: str, ticked: dict[UUID, FactDetails]) -> None:
    here = office.ask(meeting_view, meeting, TODAY).at_table  # type: ignore[union-attr]  # there
    if agency not in here:
        with pytest.raises(Refused) as refused:
            office.act(extract_facts, meeting, agency)
        assert refused.value.problems[0].message == NOT_AT_THE_TABLE
        return
    _view, told = office.act(extract_facts, meeting, agency).value
    today = office.local_now.date()
    given = {fact.id for _item, facts in told for fact in facts}
    assert given == {
        key
        for key, fact in ticked.items()
        if agency in fact.recipients and fact.expires_on is not None and fact.expires_on >= today
    }
    assert all(ticked[key].basis and ticked[key].not_for_investigation for key in given)


def test_papers_are_put_on_record_with_what_was_given(office: Office, group: UUID) -> None:
    jens = add_client(office, given_name="Jens", family_name="Holm")
    case = psp_case(office, group, jens)
    psp_fact(office, case, text="Post lies for weeks", recipients=(Agency.POLICE,))
    psp_fact(office, case, text="Seen by the ward", recipients=(Agency.PSYCHIATRY, Agency.POLICE))
    meeting = psp_meeting(office, group)
    item = office.ask(meeting_view, meeting, TODAY).items[0]  # type: ignore[union-attr]  # there
    office.act(record_decision, item.id, item.version, DecisionDetails("", "Joint visit", "police"))
    for agency, what in ((Agency.POLICE, "Rings first"), (Agency.PROBATION, "Writes")):
        office.act(add_task, item.id, uuid4(), TaskDetails(agency, what, TODAY))

    police = office.act(extract_paper, meeting, Agency.POLICE, "en").value
    psychiatry = office.act(extract_paper, meeting, Agency.PSYCHIATRY, "en").value
    minutes = office.act(minutes_paper, meeting, "en").value
    sheet = office.act(sheet_paper, meeting, case, "en").value
    held = office.act(held_paper, case, "en").value

    assert "Post lies" in _words(police.pdf)
    assert "§ 115" in _words(police.pdf)
    assert "Writes" not in _words(police.pdf)
    assert "Post lies" not in _words(psychiatry.pdf)
    assert "Seen by the ward" in _words(psychiatry.pdf)
    assert "Jens" not in _words(minutes.pdf)
    assert "2026-001" in _words(minutes.pdf)
    assert "Post lies" not in _words(minutes.pdf)
    assert "Joint visit" in _words(minutes.pdf)
    # At the table sit three agencies: only what each of them may be told stands on the sheet.
    assert "Post lies" not in _words(sheet.pdf)
    assert "Seen by the ward" in _words(sheet.pdf)
    # What was written for no recipient is on no paper but that for the person.
    for given in (police, psychiatry, minutes, sheet):
        assert not [words for words in SECRETS if words in _words(given.pdf)]
    assert all(words in _words(held.pdf) for words in SECRETS)
    assert "Post lies" in _words(held.pdf)
    view = office.ask(meeting_view, meeting, TODAY)
    assert view is not None
    assert {(paper.kind, paper.sha256) for paper in view.papers} == {
        ("extract", police.sha256),
        ("extract", sha256(psychiatry.pdf).hexdigest()),
        ("minutes", minutes.sha256),
        ("sheet", sheet.sha256),
    }


def test_a_consent_that_is_taken_back_takes_its_facts_along(office: Office, group: UUID) -> None:
    case = psp_case(office, group, consent_sought=ConsentSought.GIVEN, consent_reason="")
    psp_fact(office, case, basis="consent_dk", recipients=(Agency.POLICE,))
    meeting = psp_meeting(office, group)
    assert office.act(extract_facts, meeting, Agency.POLICE).value[1]

    row = office.act(read_case, case).value.row
    details = case_details(row.person_id, consent_reason="She wants it no more")
    office.act(change_case, case, row.version, details)

    assert office.act(extract_facts, meeting, Agency.POLICE).value[1] == []


def test_the_agenda_invites_before_the_meeting_and_names_no_case(
    office: Office, group: UUID
) -> None:
    psp_case(office, group)
    details = MeetingDetails(datetime(2026, 11, 30, 9, 0), "Town hall")  # noqa: DTZ001 - local
    meeting = office.act(plan_meeting, group, uuid4(), details).value

    words = _words(office.act(agenda_paper, meeting, "da").value.pdf)

    assert "Dagsorden" in words
    assert "2026-001" in words
    assert "Police person" in words
    assert "Holm" not in words
    view = office.ask(meeting_view, meeting, TODAY)
    assert view is not None
    assert [paper.kind for paper in view.papers] == ["agenda"]


def test_nothing_but_the_agenda_leaves_a_meeting_that_has_not_begun(
    office: Office, group: UUID
) -> None:
    psp_case(office, group)
    details = MeetingDetails(datetime(2026, 11, 30, 9, 0))  # noqa: DTZ001 - local
    meeting = office.act(plan_meeting, group, uuid4(), details).value
    for made in (
        (minutes_paper, meeting, "en"), (extract_paper, meeting, Agency.POLICE, "en"),
    ):  # fmt: skip
        with pytest.raises(Refused) as refused:
            office.act(*made)
        assert refused.value.problems[0].message == NOT_HELD
    office.act(begin_meeting, meeting)
    office.act(close_meeting, meeting)
    assert office.act(minutes_paper, meeting, "da").value.pdf
