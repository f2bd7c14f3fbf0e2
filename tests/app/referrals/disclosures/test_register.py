"""The register: everything that left, to whom, when, why and on what basis; never the data."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from app.access.actions import restrict_person
from app.access.rules import Named, Restriction
from app.errors import Refused
from app.exchange.writing.actions import export_list, note_exported
from app.exchange.writing.rules import ExportFormat, ExportWish
from app.referrals.disclosures.queries import lines, name_of
from app.referrals.disclosures.rules import LeftBy, RegisterFilter
from app.referrals.register.actions import person_register
from app.referrals.register.queries import read_register
from app.referrals.register.words import basis_words, to_words, what_words, why_words
from tests.factories.answers import NUMBER, add_enquiry, add_housing, answer, chosen
from tests.factories.clients import add_client
from tests.factories.consent import passing_on, record
from tests.factories.handing_over import refer
from tests.factories.institutions import add_institution
from tests.factories.letters import letter, office_card, person, visit

if TYPE_CHECKING:
    from uuid import UUID

    from app.office import Act, Office
    from app.referrals.disclosures.rules import RegisterRow

SECRET = "Bitte klingeln Sie zweimal."


@pytest.fixture
def erna(office: Office) -> UUID:
    """Answer somebody about whom something left in each way."""
    office_card(office)
    erna = person(office)
    letter(office, visit(office, erna))
    housing = add_housing(office)
    record(office, erna, passing_on("", institution_id=housing))
    enquiry = add_enquiry(office, person_id=erna, institution_id=housing)
    answer(office, enquiry, chosen())
    answer(office, enquiry, chosen("consented", free_text=SECRET))
    body = add_institution(office, kind="authority", name="Amt für Soziales", country="DE")
    refer(office, erna, to_institution_id=body)
    office.act(_take_list, erna)
    return erna


def _take_list(act: Act, person_id: UUID) -> None:
    wish = ExportWish("clients", ExportFormat.CSV, ("name",), "Prüfung durch die Leitung", 1)
    note_exported(act, export_list(act, wish), [person_id])


def _said(row: RegisterRow) -> str:
    words = (what_words, why_words, to_words, basis_words)
    return " | ".join(word(row, str) for word in words)


def test_every_way_out_is_a_line(office: Office, erna: UUID) -> None:
    """Each with its basis and the sections of the law; of the data nothing is told."""
    rows = read_register(office)
    assert sorted(row.by for row in rows) == sorted(
        [LeftBy.LETTER, LeftBy.ANSWER, LeftBy.ANSWER, LeftBy.REFERRAL, LeftBy.EXPORT]
    )
    assert read_register(office, erna) == rows
    said = {row.by: _said(row) for row in rows}
    assert SECRET not in "".join(said.values())
    assert "§ 69 Abs. 1 Nr. 1 SGB X" in said[LeftBy.REFERRAL]
    assert "Amt für Soziales" in said[LeftBy.REFERRAL]
    assert NUMBER in said[LeftBy.ANSWER]


def test_the_register_is_narrowed_by_day_way_and_words(office: Office, erna: UUID) -> None:
    """What an auditor asks for: between two days, by one way, to somebody."""
    del erna
    rows = read_register(office)

    def count(wanted: RegisterFilter) -> int:
        return sum(map(wanted.takes, rows))

    assert count(RegisterFilter()) == len(rows)
    assert count(RegisterFilter(by="referral")) == 1
    assert count(RegisterFilter(text="soziales amt")) == 1
    assert count(RegisterFilter(until=date(2026, 11, 22))) == 0
    assert count(RegisterFilter(since=date(2026, 11, 24))) == 0


def test_who_may_not_know_somebody_finds_no_line(office: Office, erna: UUID) -> None:
    """Neither in the list nor in the paper."""
    office.act(restrict_person, erna, Restriction("Bedroht", (Named(office.who),)))
    office.work_as("Zoe Amt")
    assert {row.by for row in read_register(office)} == {LeftBy.EXPORT}
    assert office.ask(lines, erna) == ()
    assert office.ask(name_of, erna) is None
    with pytest.raises(Refused):
        office.act(person_register, erna, "de")


def test_the_paper_of_one_person_is_made_in_three_languages(office: Office, erna: UUID) -> None:
    """And for somebody about whom nothing left."""
    nobody = add_client(office, given_name="Ali", family_name="Demir")
    for language in ("de", "da", "en"):
        assert office.act(person_register, erna, language).value.startswith(b"%PDF")
    assert office.act(person_register, nobody, "de").value.startswith(b"%PDF")
