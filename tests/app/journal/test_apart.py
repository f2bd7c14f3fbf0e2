"""Requirements of notes that volunteers read: nothing of a conference of agencies stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.access.rules import Role
from app.errors import Refused
from app.journal.actions import release_note, write_note
from app.journal.rules import Access
from app.journal.rules.apart import NOT_FOR_VOLUNTEERS, check_words
from resources.text import say
from tests.factories.access import member
from tests.factories.clients import add_client
from tests.factories.journal import note_entry
from tests.factories.psp import ADMINISTRATOR, LEAD, psp_case, psp_office

if TYPE_CHECKING:
    from uuid import UUID

    from app.journal.rules import NoteEntry
    from app.office import Office


def _entry(person: UUID, text: str, access: Access = Access.TEAM) -> NoteEntry:
    return note_entry(person, text=text, access=access)


def _refused(office: Office, person: UUID, text: str) -> str:
    with pytest.raises(Refused) as refused:
        office.act(write_note, uuid4(), _entry(person, text))
    (problem,) = refused.value.problems
    assert (problem.message, problem.field) == (NOT_FOR_VOLUNTEERS, "text")
    return say(problem)


def test_words_are_found_at_their_beginning_in_any_case() -> None:
    words = ("anholdt", "PSP-sag", "2026-001")

    assert check_words("Han blev ANHOLDT i går", words, "text", "§ 1")
    assert check_words("(psp-sagen)", words, "text", "§ 1")
    assert check_words("siehe 2026-001.", words, "text", "§ 1")
    assert not check_words("Uanholdt 12026-001", words, "text", "§ 1")


def test_a_conference_is_kept_out_of_notes_that_volunteers_read(office: Office) -> None:
    group = psp_office(office)
    jens = add_client(office, given_name="Jens", family_name="Holm")
    erna = add_client(office, given_name="Erna", family_name="Krüger")
    psp_case(office, group, jens)

    assert "retsplejeloven § 115" in _refused(office, erna, "Han er sigtet for vold")
    assert "2026-001" in _refused(office, erna, "Se 2026-001")
    assert "Jens Holm" in _refused(office, erna, "Hun kender Jens Holm")
    # On his own card his name says nothing, and the office's own notes may say all.
    office.act(write_note, uuid4(), _entry(jens, "Jens Holm ringede"))
    own = uuid4()
    office.act(write_note, own, _entry(erna, "Se 2026-001", Access.OWN))
    with pytest.raises(Refused):
        office.act(release_note, own, 1)
    office.act(write_note, uuid4(), _entry(erna, "Se 2026-001", Access.RESTRICTED))


def test_the_warning_tells_nobody_that_there_is_a_case(office: Office) -> None:
    group = psp_office(office)
    jens = add_client(office, given_name="Jens", family_name="Holm")
    erna = add_client(office, given_name="Erna", family_name="Krüger")
    psp_case(office, group, jens)
    office.work_as(ADMINISTRATOR)
    for name, role in (("Zoe Amt", Role.CASEWORKER), ("Per Dahl", Role.PSP_MEMBER)):
        member(office, name, role)

    for who in ("Zoe Amt", "Per Dahl", ADMINISTRATOR):
        office.work_as(who)
        office.act(write_note, uuid4(), _entry(erna, "Se 2026-001, hun kender Jens Holm"))
        _refused(office, erna, "Han er sigtet for vold")
    office.work_as(LEAD)
    _refused(office, erna, "Se 2026-001")
