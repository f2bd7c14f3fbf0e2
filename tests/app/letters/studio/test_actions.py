"""Versions of templates: kept beside each other, reviewed, tried, copied and switched off."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.errors import Conflict, Refused
from app.letters.composing.actions import write_letter
from app.letters.composing.queries import letter_sheet, templates
from app.letters.composing.rules import OUTDATED, Choice
from app.letters.composing.templates import template
from app.letters.rules.states import VersionState
from app.letters.studio.actions import (
    copy_template,
    mark_reviewed,
    new_template,
    record_feedback,
    rename_template,
    restore_version,
    save_version,
    switch_template,
)
from app.letters.studio.queries import studio_lines, studio_text
from app.letters.studio.rules import Feedback, TextStatus, VersionText
from app.letters.templates.rules import NOT_REVIEWED, Kind
from tests.factories.letters import office_card, person

if TYPE_CHECKING:
    from app.letters.studio.rows import StudioLine
    from app.office import Office

TODAY = date(2026, 11, 23)
TEXT = "[subject]\n{subject}\n\n[purpose]\nEigenes: {text}\n"
TYPED = (("subject", "Ihre Frage"), ("text", "Vielen Dank."))


def _save(office: Office, code: str, language: str, text: str, opened_with: int = 0) -> int:
    version = VersionText(language, text)
    return office.act(save_version, uuid4(), code, version, opened_with).value


def _line(office: Office, code: str) -> StudioLine:
    (line,) = [line for line in office.ask(studio_lines) if line.code == code]
    return line


def test_delivered_texts_begin_current_and_foreign_ones_unread(office: Office) -> None:
    line = _line(office, "appointment")

    assert (line.is_delivered, line.is_changed, line.is_active) == (True, False, True)
    assert line.texts["de"] is TextStatus.CURRENT
    assert line.texts["da"] is TextStatus.CURRENT
    assert line.texts["tr"] is TextStatus.NOT_REVIEWED


def test_each_version_is_kept_and_the_newest_is_written_with(office: Office) -> None:
    office_card(office)
    assert _save(office, "free", "de", TEXT) == 1
    assert _save(office, "free", "de", TEXT.replace("Eigenes", "Neues"), 1) == 2

    found = office.ask(studio_text, "free", "de")
    assert [version.number for version in found.versions] == [2, 1]
    assert "Eigenes" in found.versions[1].text
    sheet = office.ask(letter_sheet, person(office), "free", Choice(typed=TYPED), TODAY)
    assert "Neues: Vielen Dank." in sheet.whole_text


def test_saving_twice_under_one_id_keeps_one_version(office: Office) -> None:
    version_id = uuid4()
    for _again in range(2):
        office.act(save_version, version_id, "free", VersionText("de", TEXT), 0)

    assert len(office.ask(studio_text, "free", "de").versions) == 1


def test_nobody_overwrites_a_version_that_she_has_not_seen(office: Office) -> None:
    _save(office, "free", "de", TEXT)

    with pytest.raises(Conflict):
        _save(office, "free", "de", TEXT)
    with pytest.raises(Conflict):
        office.act(mark_reviewed, "free", "de", 0)


def test_a_broken_text_is_refused_with_its_line(office: Office) -> None:
    for wrong in ("[subject]\nA\n[purpose]\n{nonsense}", "[subject]\nA\n[purpose]\nein 🙈 Affe"):
        with pytest.raises(Refused) as refused:
            _save(office, "free", "de", wrong)
        (problem,) = refused.value.problems
        assert (problem.field, problem.values["line"]) == ("text", 4)


@pytest.mark.parametrize("hostile", ["\0", "\ud800", "x" * 20_001, "", "[purpose]\n<img src=x>"])
def test_a_hostile_text_is_refused_at_the_field(office: Office, hostile: str) -> None:
    with pytest.raises(Refused) as refused:
        _save(office, "free", "de", hostile)

    assert {problem.field for problem in refused.value.problems} == {"text"}


def test_a_changed_source_makes_the_translations_outdated(office: Office) -> None:
    office_card(office)
    _save(office, "missed_you", "tr", office.ask(studio_text, "missed_you", "tr").text)
    assert _line(office, "missed_you").texts["tr"] is TextStatus.NOT_REVIEWED
    source = office.ask(studio_text, "missed_you", "de").text
    _save(office, "missed_you", "de", source + "\nBis bald.\n")
    texts = _line(office, "missed_you").texts

    assert texts["de"] is TextStatus.CURRENT
    assert texts["tr"] is TextStatus.OUTDATED
    assert texts["pl"] is TextStatus.OUTDATED
    versions = office.ask(template, "missed_you").versions
    assert versions["tr"].state is VersionState.OUTDATED


def test_a_letter_in_an_unread_or_outdated_text_warns(office: Office) -> None:
    office_card(office)
    client = person(office)
    _save(office, "free", "de", TEXT)
    _save(office, "free", "pl", TEXT)
    choice = Choice(language="pl", typed=TYPED)

    def remarks() -> set[str]:
        sheet = office.ask(letter_sheet, client, "free", choice, TODAY)
        return {remark.message for remark in sheet.remarks}

    assert remarks() == {NOT_REVIEWED}
    office.act(mark_reviewed, "free", "pl", 1)
    assert remarks() == set()
    _save(office, "free", "de", TEXT + "\nBis bald.\n", 1)
    assert remarks() == {OUTDATED}


def test_reviewing_a_delivered_text_takes_it_over_with_name_and_day(office: Office) -> None:
    assert office.act(mark_reviewed, "missed_you", "tr", 0).value == 1
    found = office.ask(studio_text, "missed_you", "tr")

    assert found.versions[0].reviewed_by == "Anna Beispiel"
    assert found.versions[0].reviewed_at is not None
    assert found.line.texts["tr"] is TextStatus.CURRENT


def test_an_older_version_comes_back_as_a_new_one(office: Office) -> None:
    _save(office, "free", "de", TEXT)
    _save(office, "free", "de", TEXT + "\nMehr.\n", 1)
    first = office.ask(studio_text, "free", "de").versions[-1]
    assert office.act(restore_version, uuid4(), first.id, 2).value == 3

    found = office.ask(studio_text, "free", "de")
    assert (found.text, len(found.versions)) == (TEXT, 3)


def test_what_readers_said_stands_with_the_version_they_read(office: Office) -> None:
    said = Feedback("zentrum plus Garath", TODAY, "partly", "Was ist ein Widerspruch?")
    test_id = uuid4()
    for _again in range(2):
        office.act(record_feedback, test_id, "decision", "de", 0, said)
    (row,) = office.ask(studio_text, "decision", "de").feedback

    assert (row.number, row.tested_by, row.result) == (1, said.tested_by, "partly")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (Feedback("", TODAY, "partly"), "tested_by"),
        (Feedback("Garath", None, "partly"), "tested_on"),
        (Feedback("Garath", date(2026, 11, 24), "partly"), "tested_on"),
        (Feedback("Garath", TODAY, "great"), "result"),
    ],
)
def test_feedback_says_who_when_and_what(office: Office, wrong: Feedback, field: str) -> None:
    with pytest.raises(Refused) as refused:
        office.act(record_feedback, uuid4(), "free", "de", 0, wrong)

    assert {problem.field for problem in refused.value.problems} == {field}


def test_a_copy_keeps_texts_kind_and_law(office: Office) -> None:
    code = office.act(copy_template, uuid4(), "decision", "Bescheid Wohngeld").value
    copied, original = office.ask(template, code), office.ask(template, "decision")

    assert copied.row.title == "Bescheid Wohngeld"
    assert copied.row.kind is Kind.DECISION
    assert copied.row.legal == original.row.legal
    assert copied.row.needs == original.row.needs
    assert copied.versions.keys() == original.versions.keys()
    again = office.act(copy_template, uuid4(), code, "Noch einer").value
    assert office.ask(template, again).row.kind is Kind.DECISION


def test_a_new_template_can_be_written_with_at_once(office: Office) -> None:
    office_card(office)
    client = person(office)
    code = office.act(new_template, uuid4(), "Einladung zum Fest", "de").value
    written = office.act(write_letter, uuid4(), client, code, Choice(typed=TYPED)).value

    assert written.pdf.startswith(b"%PDF")


def test_a_template_that_is_switched_off_is_not_offered(office: Office) -> None:
    assert office.act(switch_template, "hearing", is_on=False).value is True
    codes = {row.code for row in office.ask(templates)}
    assert "hearing" not in codes
    assert not _line(office, "hearing").is_active

    office.act(switch_template, "hearing", is_on=True)
    assert "hearing" in {row.code for row in office.ask(templates)}


def test_an_own_template_is_renamed_and_a_delivered_one_keeps_its_name(office: Office) -> None:
    code = office.act(new_template, uuid4(), "Einladung", "de").value
    assert office.act(rename_template, code, " Frühstück ").value == "Einladung"
    assert _line(office, code).title == "Frühstück"

    for wrong, title in ((code, " "), ("free", "Brief")):
        with pytest.raises(Refused) as refused:
            office.act(rename_template, wrong, title)
        assert refused.value.problems[0].field == "title"


def test_an_unknown_template_is_refused(office: Office) -> None:
    with pytest.raises(Refused):
        _save(office, "nonsense", "de", TEXT)
    with pytest.raises(Refused):
        office.ask(studio_text, "nonsense", "de")
    with pytest.raises(Refused):
        office.act(copy_template, uuid4(), "nonsense", "X")
