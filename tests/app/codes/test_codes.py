"""Requirements of code lists: added, renamed, retired; what was used stays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.access.rules import Role
from app.codes.actions import order_codes, save_code, switch_code
from app.codes.late import own_words
from app.codes.queries import own_entries
from app.codes.rules import Code, CodeList, Labels, code_for, merged, moved
from app.codes.saying import Saying
from app.errors import Conflict, Refused
from app.institutions.actions import add_institution
from app.institutions.rules import InstitutionDetails
from app.institutions.rules.lists import KINDS
from app.intake.rules import Decision, Stage, check_decision
from app.intake.rules.lists import REASONS
from app.journal.actions import write_note
from app.journal.rules import NoteEntry, Topic
from app.journal.rules.lists import MEDIA, TOPICS
from tests.factories.access import member
from tests.factories.clients import add_client
from tests.factories.journal import note_written

if TYPE_CHECKING:
    from app.office import Office

HEAT = Labels("Hitzeaktionsplan", "Hedeberedskab", "Heat action plan")


def _codes(office: Office) -> dict[str, Code]:
    return {one.code: one for one in merged(TOPICS, office.ask(own_entries))}


def test_a_new_word_comes_after_the_delivered_ones(office: Office) -> None:
    code = office.act(save_code, TOPICS, "", 0, HEAT).value

    codes = _codes(office)
    assert office.ask(own_words) == office.ask(own_entries)
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


def test_an_office_says_its_own_words_in_notes_requests_and_institutions(office: Office) -> None:
    fax = office.act(save_code, MEDIA, "", 0, Labels("Telefax", "", "Fax")).value
    note_written(office, add_client(office), medium=fax)
    with pytest.raises(Refused):
        note_written(office, add_client(office), medium="pigeon")
    say = Saying(office.ask(own_entries), "de")
    assert say.word(MEDIA, fax) == "Telefax"
    assert say.word(MEDIA, "phone") == "Telefonat"
    assert say.word(MEDIA, "of_a_newer_program") == "of_a_newer_program"

    kind = office.act(save_code, KINDS, "", 0, Labels("Kirche")).value
    office.act(add_institution, uuid4(), InstitutionDetails(name="St. Quirin", kind=kind))

    far = office.act(save_code, REASONS[Stage.UNSUITABLE], "", 0, Labels("Zu weit")).value
    today = office.local_now.date()
    decision = Decision(stage=Stage.UNSUITABLE, decided_on=today, reason=far)
    own = frozenset({far})
    assert check_decision(decision, today, None, today, own) == ()
    assert check_decision(replace(decision, stage=Stage.DECLINED), today, None, today) != ()


def test_the_office_puts_its_words_in_order(office: Office) -> None:
    def order() -> list[str]:
        return [one.code for one in merged(MEDIA, office.ask(own_entries))]

    wanted = moved(order(), order()[0], 2)
    office.act(order_codes, MEDIA, wanted)
    assert order() == list(wanted)
    added = office.act(save_code, MEDIA, "", 0, Labels(en="Fax")).value
    assert order() == [*wanted, added]
    with pytest.raises(Conflict):
        office.act(order_codes, MEDIA, wanted)
