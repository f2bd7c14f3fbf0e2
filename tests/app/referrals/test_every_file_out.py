"""PSP data leave in no file: each writer is run as each role, and its real bytes are searched.

What is packed is unpacked first: sheets, archives, the text of pages and what a paper says of
itself. Each kind of file shows the mark where it is given it, so that the search can find it.
"""

from __future__ import annotations

import json
import logging
import traceback
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.access.rules import Role
from app.admin.offices import back_up, create_office, open_office
from app.admin.rules import NewOffice
from app.errors import Refused
from app.exchange.writing.vcard_writer import AddressCard, write_cards
from app.privacy.answering import Answer, answer_request
from app.referrals.psp.cases import raise_case
from app.referrals.psp.reading import read_case
from app.settings import log_folder
from app.visiting.calendar.ics import CalendarEvent, write_calendar
from tests.app.referrals.marked import MARK, OTHERS
from tests.app.referrals.taken_out import Maker, said_in
from tests.conftest import NOW
from tests.factories.access import member
from tests.factories.clients import add_client
from tests.factories.psp import (
    ADMINISTRATOR,
    LEAD,
    case_details,
    psp_case,
    psp_fact,
    psp_group,
    psp_office,
)
from ui.crash import LOG_FILE, write_log

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from app.office import Act, Office
    from tests.app.referrals.marked import Offices

LEAST = {"list.csv", "list.xlsx", "list.pdf", "cards.vcf"}
"""Files that are made of whatever a colleague may read."""
WITH_RIGHTS = {
    "calendar.ics", "answer.zip", "register.pdf", "due.csv", "due.pdf", "appointment.pdf",
}  # fmt: skip
"""Files that need a right; some role has it."""


@pytest.mark.parametrize("who", OTHERS)
def test_no_file_that_anybody_else_takes_out_bears_the_mark(
    offices_to_write_in: Offices, tmp_path: Path, who: str
) -> None:
    office = offices_to_write_in.there
    office.work_as(who)

    made = dict(Maker(office, offices_to_write_in.rows, tmp_path).files())

    assert made.keys() >= LEAST
    if OTHERS[who] is Role.ADMINISTRATOR:
        assert made.keys() >= WITH_RIGHTS
        assert "VEVENT" in said_in(made["calendar.ics"])
    assert "Krüger" in said_in(made["cards.vcf"])
    assert [name for name, content in made.items() if MARK in said_in(content)] == []
    assert not any(MARK.encode() in content for content in made.values())


def test_each_kind_of_file_shows_what_it_is_given(
    offices_to_write_in: Offices, tmp_path: Path
) -> None:
    maker = Maker(offices_to_write_in.there, offices_to_write_in.rows, tmp_path)
    files = dict(maker.lists({MARK, "Ali"}))
    files["cards.vcf"] = write_cards([AddressCard("1", f"{'x' * 70}{MARK}", "")])
    start = NOW.replace(tzinfo=None)
    event = CalendarEvent(uuid4(), start, start, f"{'x' * 60}{MARK}")
    files["calendar.ics"] = write_calendar([event], NOW)
    data = json.dumps({"said": MARK}).encode()
    files["answer.zip"] = Answer("E", files["list.pdf"], data, ()).packed()
    files["paper"] = Answer("E", files["list.pdf"], b"", ()).packed()
    assert [name for name, content in files.items() if MARK not in said_in(content)] == []


def test_what_is_held_on_a_person_leaves_the_group_out(offices_to_write_in: Offices) -> None:
    """The data protection officer answers with the same files as if no group ever was."""
    offices = offices_to_write_in
    names = []
    for office in (offices.there, offices.never):
        office.work_as("Dora Schutz")
        answer = office.act(answer_request, offices.rows["person"]["id"], "en", with_files=True)
        names.append({name for name, _content in answer.value.everything()})
        assert not any(MARK in said_in(content) for _name, content in answer.value.everything())
    assert names[1] <= names[0]


def test_neither_logs_nor_a_crash_report_name_what_was_written(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    group = psp_office(office)
    person = add_client(office, given_name=MARK)
    case = psp_case(office, group, person, own_means_insufficient=MARK, tried=MARK)
    psp_fact(office, case, text=MARK, necessity=MARK)
    with pytest.raises(DBAPIError) as crash:
        office.act(_break, case)
    report = "".join(traceback.format_exception(crash.value))
    write_log(crash.type, crash.tb)
    with pytest.raises(Refused) as refused:
        office.act(raise_case, group, uuid4(), case_details(person, tried=MARK))

    logged = (log_folder() / LOG_FILE).read_text("utf-8")
    assert "_break" in report
    assert "_break" in logged
    assert MARK not in report + logged + caplog.text + repr(refused.value.problems)


def _break(act: Act, case_id: UUID) -> None:
    read_case(act, case_id)
    act.session.execute(
        text("INSERT INTO psp_fact (id, text) VALUES (:id, :text)"), {"id": "1", "text": MARK}
    )


def test_a_backup_bears_nothing_to_be_read_without_the_key(tmp_path: Path) -> None:
    """Whoever opens it with the office's key is a colleague again, to whom the same is told."""
    made = create_office(
        tmp_path / "office", NewOffice("Ballerup", "DK", who=ADMINISTRATOR),
        passphrase=None, use_keyring=False,
    )  # fmt: skip
    office = open_office(made.folder, made.key, who=ADMINISTRATOR, clock=lambda: NOW)
    try:
        member(office, ADMINISTRATOR, Role.ADMINISTRATOR)
        member(office, LEAD, Role.PSP_MEMBER)
        office.work_as(LEAD)
        psp_case(office, psp_group(office), tried=MARK)
        office.work_as(ADMINISTRATOR)
        backup = back_up(made.folder, made.key)
    finally:
        office.close()
    files = [file for file in backup.file.parent.iterdir() if file.is_file()]
    assert files
    for file in files:
        # What a backup says of itself in plain words tells not even how many cases there are.
        assert MARK.encode() not in file.read_bytes()
        assert b'"psp_' not in file.read_bytes()
