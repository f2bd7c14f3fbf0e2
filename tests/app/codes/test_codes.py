"""Requirements of code lists: added, renamed, retired; what was used stays."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.access.rules import Role
from app.codes.actions import save_code, switch_code
from app.codes.queries import own_entries
from app.codes.rules import Code, CodeList, Labels, code_for, merged
from app.errors import Conflict, Refused
from app.journal.actions import write_note
from app.journal.rules import NoteEntry, Topic
from app.journal.rules.lists import TOPICS
from tests.factories.access import member
from tests.factories.clients import add_client

if TYPE_CHECKING:
    from app.office import Office

HEAT = Labels("Hitzeaktionsplan", "Hedeberedskab", "Heat action plan")


def _codes(office: Office) -> dict[str, Code]:
    return {one.code: one for one in merged(TOPICS, office.ask(own_entries))}


def test_a_new_word_comes_after_the_delivered_ones(office: Office) -> None:
    code = office.act(save_code, TOPICS, "", 0, HEAT).value

    codes = _codes(office)
    assert code == "heat_action_plan"
    assert list(codes) == [*(topic.value for topic in Topic), code]
    assert codes[code].labels.said_in("da") == "Hedeberedskab"
    assert codes[code].delivered == ""


def test_a_delivered_word_is_renamed_and_called_as_before_again(office: Office) -> None:
    office.act(save_code, TOPICS, Topic.CARE, 0, Labels(de="Alltagshilfe"))
    renamed = _codes(office)[Topic.CARE]
    assert (renamed.labels.said_in("de"), renamed.delivered) == ("Alltagshilfe", "Care")

    office.act(save_code, TOPICS, Topic.CARE, renamed.version, Labels())

    assert _codes(office)[Topic.CARE].labels.is_empty


def test_a_retired_word_stays_known(office: Office) -> None:
    office.act(switch_code, TOPICS, Topic.CARE, 0, is_active=False)

    assert not _codes(office)[Topic.CARE].is_active


def test_a_note_may_have_a_topic_of_the_office(office: Office) -> None:
    person = add_client(office)
    code = office.act(save_code, TOPICS, "", 0, HEAT).value
    office.act(write_note, uuid4(), NoteEntry((person,), "Water!", topics=(code,)))

    with pytest.raises(Refused):
        office.act(write_note, uuid4(), NoteEntry((person,), "Water!", topics=("nothing",)))


@pytest.mark.parametrize(
    ("labels", "field"),
    [
        (Labels(), "de"),
        (Labels(de="x" * 81), "de"),
        (Labels(da="a\0b"), "da"),
        (Labels(en="HEAT action plan"), "en"),
    ],
)
def test_what_is_wrong_stands_beside_the_field(office: Office, labels: Labels, field: str) -> None:
    office.act(save_code, TOPICS, "", 0, HEAT)

    with pytest.raises(Refused) as refused:
        office.act(save_code, TOPICS, "", 0, labels)

    assert [problem.field for problem in refused.value.problems] == [field]


def test_the_last_word_cannot_be_retired(office: Office) -> None:
    short = CodeList("short", "Short", {"only": "Only"})

    with pytest.raises(Refused):
        office.act(switch_code, short, "only", 0, is_active=False)


def test_nothing_is_overwritten_and_not_everyone_may(office: Office) -> None:
    office.act(save_code, TOPICS, Topic.CARE, 0, Labels(de="Alltagshilfe"))
    with pytest.raises(Conflict):
        office.act(save_code, TOPICS, Topic.CARE, 0, Labels(de="Pflege"))
    member(office, "Anna Beispiel", Role.ADMINISTRATOR)
    member(office, "Zoe Amt", Role.CASEWORKER)
    office.work_as("Zoe Amt")
    with pytest.raises(Refused):
        office.act(save_code, TOPICS, "", 0, HEAT)


def test_codes_can_be_read_and_differ() -> None:
    assert code_for(Labels(de="Ärger im Amt!"), ()) == "aerger_im_amt"
    assert code_for(HEAT, ["heat_action_plan"]) == "heat_action_plan_2"
    assert code_for(Labels(de="Жара"), ()) == "own"
