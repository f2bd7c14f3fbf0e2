"""Mass letters: one a household, none against a no, each kept once, all files or none."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select

from app.errors import Refused
from app.letters.composing.rules import Choice
from app.letters.mass import press
from app.letters.mass.actions import post_run
from app.letters.mass.again import FilesAgain
from app.letters.mass.mailing import send_mailing
from app.letters.mass.planning import people_of, plan_run
from app.letters.mass.queries import again_plan, run_people, runs
from app.letters.mass.rules import ListQuery, RunPlan, RunWish
from app.letters.mass.running import Mailing
from app.letters.mass.wishes import read_wish, wish_text
from app.letters.queries import letter_pdf, letters_of_client
from db.letters import Letter, LetterRun, LetterRunItem
from db.people import Person
from tests.factories.consent import consent_details, record
from tests.factories.households import household
from tests.factories.letters import office_card, person
from tests.forms.reading import text_of
from tests.forms.structure_reading import failures

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from app.office import Act, Office

TODAY = date(2026, 11, 23)
TYPED = (("subject", "Einladung"), ("text", "Kommen Sie zum Kaffee."))


def _wish(**fields: Any) -> RunWish:  # noqa: ANN401 - any part of a wish
    usual: dict[str, Any] = {
        "template": "free",
        "choice": Choice(typed=TYPED),
        "title": "Einladung",
        "selection": "all",
        "basis": "public_task",
    }
    return RunWish(**(usual | fields))


def _plan(office: Office, wish: RunWish) -> RunPlan:
    people = office.ask(people_of, ListQuery(), "de", TODAY)
    return office.ask(plan_run, wish, people, TODAY)


def _send(
    office: Office, out: Path, wish: RunWish | None = None, run_id: UUID | None = None
) -> Mailing:
    wish = wish or _wish()
    return send_mailing(office, run_id or uuid4(), wish, _plan(office, wish), out, TODAY)


def _count(connection: Connection) -> tuple[int, int]:
    def count(table: type[Letter | LetterRun]) -> int:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()

    return count(Letter), count(LetterRun)


def _states(connection: Connection) -> dict[UUID, str]:
    found = connection.execute(select(LetterRunItem.person_id, LetterRunItem.state))
    return {row.person_id: row.state for row in found}


def _move(act: Act, person_id: UUID) -> None:
    act.session.get_one(Person, person_id).street = "Hauptstr."


def test_everybody_gets_a_letter_in_a_file_and_in_the_history(
    office: Office, tmp_path: Path
) -> None:
    office_card(office)
    erna, karl = person(office), person(office, given_name="Karl", family_name="Weber")
    mailing = _send(office, tmp_path / "out")
    files = sorted(file.name for file in (tmp_path / "out").iterdir())

    assert files == ["00001.pdf", "00002.pdf", "all letters.pdf", "labels.pdf"]
    assert len(mailing.written) == 2
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    for client, number in ((erna, 1), (karl, 2)):
        (row,) = office.ask(letters_of_client, client)
        pages = office.ask(letter_pdf, row.id)
        assert pages is not None
        assert pages.pdf == (tmp_path / "out" / f"0000{number}.pdf").read_bytes()
    whole = (tmp_path / "out" / "all letters.pdf").read_bytes()
    assert failures(whole) == []
    assert "Erna Krüger" in text_of(whole)
    assert "Karl Weber" in text_of((tmp_path / "out" / "labels.pdf").read_bytes())


def test_envelopes_are_printed_where_they_are_wanted(office: Office, tmp_path: Path) -> None:
    office_card(office)
    person(office)
    _send(office, tmp_path / "out", _wish(with_envelopes=True))

    text = text_of((tmp_path / "out" / "envelopes.pdf").read_bytes())
    assert "Erna Krüger Ricarda-Huch-Straße 12 40595 Düsseldorf" in text
    assert "Willi-Becker-Allee 7" in text


def test_files_are_for_their_owner_alone(office: Office, tmp_path: Path) -> None:
    office_card(office)
    person(office)
    _send(office, tmp_path / "out")

    assert (tmp_path / "out").stat().st_mode & 0o077 == 0
    assert all(file.stat().st_mode & 0o077 == 0 for file in (tmp_path / "out").iterdir())


def test_a_household_gets_one_letter(office: Office, tmp_path: Path) -> None:
    office_card(office)
    erna = person(office, salutation="ms")
    karl = person(office, given_name="Karl", salutation="mr")
    household(office, erna, karl)
    mailing = _send(office, tmp_path / "out")

    assert len(mailing.written) == 1
    text = text_of((tmp_path / "out" / "00001.pdf").read_bytes())
    assert "Sehr geehrte Frau Krüger, sehr geehrter Herr Krüger," in " ".join(text.split())
    assert sorted(office.ask(_states).values()) == ["left out", "written"]


def test_people_of_a_household_with_other_wishes_get_their_own(office: Office) -> None:
    office_card(office)
    erna = person(office, letter_format="large_18")
    household(office, erna, person(office, given_name="Karl"))

    assert len(_plan(office, _wish()).groups) == 2
    assert len(_plan(office, _wish(per_household=False)).groups) == 2


def test_who_refused_mailings_is_left_out_and_listed(office: Office) -> None:
    office_card(office)
    erna = person(office)
    person(office, given_name="Karl", family_name="Weber")
    record(office, erna, consent_details(purpose="mailings", state="refused"))
    wish = _wish(template="preventive_visit_75", basis="public_task")
    plan = _plan(office, wish)

    assert [(one.name, one.problem.values["day"]) for one in plan.left_out] == [
        ("Erna Krüger", "01.10.2026")
    ]


def test_with_consent_as_the_basis_only_who_agreed_is_written_to(office: Office) -> None:
    office_card(office)
    erna = person(office)
    person(office, given_name="Karl", family_name="Weber")
    record(office, erna, consent_details(purpose="mailings"))
    plan = _plan(office, _wish(template="preventive_visit_75", basis="consent"))

    assert [group.first for group in plan.groups] == [erna]
    assert [one.name for one in plan.left_out] == ["Karl Weber"]


def test_a_mailing_without_a_lawful_basis_is_refused_and_leaves_nothing(
    office: Office, tmp_path: Path
) -> None:
    office_card(office)
    person(office)
    with pytest.raises(Refused) as refused:
        _send(office, tmp_path / "out", _wish(basis=""))

    assert refused.value.problems[0].field == "basis"
    assert office.ask(_count) == (0, 0)
    assert list(tmp_path.glob("*out*")) + list(tmp_path.glob(".nahbar*")) == []


def test_the_basis_and_the_list_are_kept_with_the_mailing(office: Office, tmp_path: Path) -> None:
    office_card(office)
    person(office)
    _send(office, tmp_path / "out", _wish(basis="public_task", posted_on=date(2026, 11, 24)))

    def run(connection: Connection) -> Any:  # noqa: ANN401 - a row
        columns = (LetterRun.lawful_basis, LetterRun.selection, LetterRun.by, LetterRun.posted_on)
        return tuple(connection.execute(select(*columns)).one())

    assert office.ask(run) == ("public_task", "all", "Anna Beispiel", date(2026, 11, 24))


def test_one_bad_record_stops_no_other_letter_and_can_be_tried_again(
    office: Office, tmp_path: Path
) -> None:
    office_card(office)
    person(office)
    bad = person(office, given_name="Karl", family_name="Weber", street="")
    worse = person(office, given_name="\ue000", family_name="Zorn")
    run_id = uuid4()
    mailing = _send(office, tmp_path / "out", run_id=run_id)

    assert len(mailing.written) == 1
    assert {one.first: one.problems[0].field for one in mailing.refused} == {
        bad: "recipient",
        worse: "name",
    }
    states = office.ask(_states)
    assert (states[bad], states[worse]) == ("refused", "refused")
    again = send_mailing(office, run_id, _wish(), _plan(office, _wish()), tmp_path / "again", TODAY)
    assert len(again.written) == 1
    assert office.ask(_count) == (1, 1)


def test_a_folder_with_files_in_it_is_left_alone(office: Office, tmp_path: Path) -> None:
    office_card(office)
    person(office)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    with pytest.raises(Refused) as refused:
        _send(office, tmp_path / "out")

    assert refused.value.problems[0].field == "out"
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["mine.txt"]


def test_whoever_stops_leaves_no_file_and_no_letter(office: Office, tmp_path: Path) -> None:
    office_card(office)
    person(office)
    mailing = Mailing(_wish(), _plan(office, _wish()), tmp_path / "out", TODAY)
    office.ask(mailing.compose)
    mailing.draw()
    mailing.discard()

    assert list(tmp_path.glob("*out*")) + list(tmp_path.glob(".nahbar*")) == []
    assert office.ask(_count) == (0, 0)


def test_the_day_of_posting_is_that_of_every_letter(office: Office, tmp_path: Path) -> None:
    office_card(office)
    client = person(office)
    run_id = uuid4()
    _send(office, tmp_path / "out", run_id=run_id)

    assert office.act(post_run, run_id, date(2026, 11, 25)).value == 1
    (row,) = office.ask(letters_of_client, client)
    assert (row.posted_on, row.channel) == (date(2026, 11, 25), "post")


def test_two_processes_draw_the_same_pages_as_one(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office_card(office)
    for number in range(3):
        person(office, given_name=f"Erna {'ABC'[number]}")
    person(office, given_name="Karl", care_of="Ein langer Name, bis das Fenster voll ist, " * 4)
    _send(office, tmp_path / "one")
    monkeypatch.setattr(press, "MANY", 2)
    mailing = _send(office, tmp_path / "two")

    assert [one.name for one in mailing.refused] == ["Karl Krüger"]
    for file in (tmp_path / "one").glob("0*.pdf"):
        assert (tmp_path / "two" / file.name).read_bytes() == file.read_bytes()


def test_who_is_of_an_age_a_cohort_an_area_or_a_language_is_chosen(office: Office) -> None:
    turning = person(office, birth="30.12.1951")
    older = person(office, given_name="Karl", birth="1940", letter_language="tr")
    person(office, given_name="Ohne", birth="")

    def found(**asked: Any) -> set[UUID]:  # noqa: ANN401 - any part of a query
        return set(office.ask(people_of, ListQuery(**asked), "de", TODAY))

    assert found(turns=75) == {turning}
    assert found(age_from=74, age_to=74) == {turning}
    assert found(age_from=80) == found(speaks="tr") == {older}
    assert found(area="Nirgends") == set()


def test_protection_death_and_format_are_said_before_anything_is_written(office: Office) -> None:
    office_card(office)
    hidden = person(office, address_protected=True)
    reads = person(office, given_name="Karl", letter_format="braille", street="")
    plan = _plan(office, _wish())
    agreed = _plan(office, _wish(choice=Choice(typed=TYPED, confirmed_protected=True)))

    assert [one.person_id for one in plan.left_out] == [hidden]
    assert [group.first for group in plan.groups] == [reads]
    assert [one.person_id for one in plan.notes] == [reads, reads]
    assert agreed.left_out == ()
    assert hidden in {one.person_id for one in agreed.notes}


def test_only_those_refused_are_tried_again_under_their_old_numbers(
    office: Office, tmp_path: Path
) -> None:
    office_card(office)
    bad = person(office, given_name="Anton", family_name="Adler", street="")
    person(office)
    run_id = uuid4()
    first = _send(office, tmp_path / "out", run_id=run_id)
    assert [file.name for file in sorted((tmp_path / "out").glob("0*"))] == ["00002.pdf"]
    (row,) = office.ask(runs)
    assert (row.written, row.refused, row.can_be_tried) == (1, 1, True)
    assert office.ask(run_people, run_id)[0].problems == first.refused[0].problems

    office.act(_move, bad)
    again = office.ask(again_plan, run_id, TODAY)
    mailing = send_mailing(office, run_id, again.wish, again.plan, tmp_path / "again", TODAY)

    assert [(one.first, one.number) for one in mailing.written] == [(bad, 1)]
    (row,) = office.ask(runs)
    assert (row.written, row.refused) == (2, 0)


def test_the_files_of_a_mailing_come_again_byte_for_byte(office: Office, tmp_path: Path) -> None:
    office_card(office)
    person(office)
    person(office, given_name="Karl", family_name="Weber")
    run_id = uuid4()
    _send(office, tmp_path / "out", run_id=run_id)
    files = FilesAgain(run_id, tmp_path / "again")
    while not files.is_fetched:
        office.ask(files.fetch)
        files.put()
    files.finish()

    names = {file.name for file in (tmp_path / "again").iterdir()}
    assert names == {"00001.pdf", "00002.pdf", "all letters.pdf"}
    for name in names:
        assert (tmp_path / "again" / name).read_bytes() == (tmp_path / "out" / name).read_bytes()


def test_a_mailing_was_not_posted_before_it_was_written(office: Office, tmp_path: Path) -> None:
    office_card(office)
    person(office)
    run_id = uuid4()
    _send(office, tmp_path / "out", run_id=run_id)
    with pytest.raises(Refused) as refused:
        office.act(post_run, run_id, date(2026, 11, 2))
    assert refused.value.problems[0].field == "posted_on"


def test_what_was_wanted_of_a_mailing_is_read_as_it_was_kept() -> None:
    wish = _wish(choice=Choice(typed=TYPED, size="large16", second="tr", confirmed_protected=True))
    known = _wish(choice=Choice())

    assert read_wish(wish_text(wish), known, None) == wish
    assert read_wish("", known, None) is None
