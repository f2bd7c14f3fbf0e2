"""Requirements of housing cases: stages, deadlines, the board's rule, the link to an enquiry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from app.errors import Refused
from app.referrals.housing_cases import actions
from app.referrals.housing_cases.config import COUNTRIES, delivered_stages
from app.referrals.housing_cases.queries import (
    CaseCard,
    CaseList,
    case_card,
    case_to_edit,
    cases_of_person,
    due_cases,
    list_cases,
)
from app.referrals.housing_cases.rules import (
    CaseClosing,
    CaseDetails,
    CaseKind,
    Stage,
    StepDetails,
    stage_rule,
)
from tests.factories.enquiries import TODAY, card_of, enquire
from tests.factories.institutions import add_institution
from tests.factories.preventive import danish

if TYPE_CHECKING:
    from app.office import Office


@pytest.fixture
def dk(office: Office) -> Office:
    """A Danish office."""
    danish(office)
    return office


def begin(office: Office, **fields: Any) -> UUID:  # noqa: ANN401 - any field of the form
    """Open a case that began a month ago."""
    known: dict[str, Any] = {
        "about_name": "Ruth Berg", "country": "DK", "opened_on": date(2026, 10, 20),
    }  # fmt: skip
    return office.act(actions.open_case, uuid4(), CaseDetails(**(known | fields))).value


def step(office: Office, case: UUID, stage: Stage, day: date = TODAY) -> UUID:
    """Note that a case came to a stage."""
    return office.act(actions.take_case_step, uuid4(), case, StepDetails(stage, day)).value


def seen(office: Office, case: UUID) -> CaseCard:
    """Answer a case as it is looked at."""
    card = office.ask(case_card, case, TODAY)
    assert card is not None
    return card


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_stage_says_what_can_be_done_and_by_which_source(country: str) -> None:
    for stage in set(Stage) - {Stage.SETTLED}:
        rule = stage_rule(delivered_stages(country), stage, TODAY)
        assert rule is not None
        assert rule.advice
        assert rule.source


def test_the_board_takes_a_case_only_after_a_warning(dk: Office) -> None:
    case = begin(dk)

    with pytest.raises(Refused) as refused:
        step(dk, case, Stage.TENANTS_BOARD)
    assert refused.value.problems[0].field == "stage"
    assert "bdk.dk" in str(refused.value.problems[0].values["source"])
    step(dk, case, Stage.WARNING)
    step(dk, case, Stage.TENANTS_BOARD)
    assert seen(dk, case).row.due_on == date(2026, 12, 21)


def test_threats_need_no_warning(dk: Office) -> None:
    case = begin(dk, has_threats=True)

    step(dk, case, Stage.TENANTS_BOARD)

    assert seen(dk, case).row.stage == Stage.TENANTS_BOARD


def test_deadlines_count_for_the_cases_that_they_are_for() -> None:
    court = stage_rule(delivered_stages("DE"), Stage.COURT, TODAY)
    assert court is not None

    assert court.due_after(TODAY, CaseKind.ARREARS) == date(2027, 1, 21)
    assert court.due_after(TODAY, CaseKind.HOUSE_RULES) is None


def test_a_case_from_an_enquiry_is_tied_to_it(dk: Office) -> None:
    department, help_desk = (
        add_institution(dk, kind="housing"),
        add_institution(dk, name="Retshjælp"),
    )
    enquiry = enquire(dk, institution_id=department, is_new=True)
    opened = dk.ask(case_to_edit, None, TODAY, enquiry_id=enquiry)
    assert opened is not None

    case = dk.act(actions.open_case, uuid4(), opened.details).value

    assert [(one.target_table, one.target_id) for one in card_of(dk, enquiry).steps] == [
        ("housing_case", case)
    ]
    row = seen(dk, case).row
    assert (row.home, row.institution_id) == (card_of(dk, enquiry).row.home, department)
    edited = dk.ask(case_to_edit, case, TODAY)
    assert edited is not None
    dk.act(actions.save_case, case, edited.version, replace(edited.details, partners=(help_desk,)))
    assert [one.name for one in seen(dk, case).partners] == ["Retshjælp"]
    assert row.person_id is not None
    assert [one.id for one in dk.ask(cases_of_person, row.person_id)] == [case]


def test_a_case_is_closed_with_whether_the_home_was_kept(dk: Office) -> None:
    case = begin(dk)
    assert [row.id for row in dk.ask(due_cases, TODAY, 9)] == [case]

    with pytest.raises(Refused):
        dk.act(actions.close_case, case, 1, CaseClosing(None, TODAY))
    dk.act(actions.close_case, case, 1, CaseClosing(True, TODAY))  # noqa: FBT003 - kept

    assert [row.prevented for row in dk.ask(list_cases, CaseList.CLOSED)] == [True]
    assert dk.ask(due_cases, TODAY, 9) == ()
    dk.act(actions.reopen_case, case)
    assert dk.ask(list_cases, CaseList.OPEN)[0].due_on == date(2026, 11, 3)
