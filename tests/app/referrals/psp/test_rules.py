"""Requirements of what must be said before agencies speak of somebody, and of figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from app.referrals.psp.law import _bases
from app.referrals.psp.rules import (
    Agency,
    ConsentSought,
    Criterion,
    Grounds,
    GroupKind,
    check_case,
    check_extract,
    check_fact,
    how_told,
    law_on,
    told_table,
    told_total,
)
from app.referrals.psp.rules.conference import NOT_AT_THE_TABLE
from app.referrals.psp.rules.facts import (
    BARRED,
    EXPIRED,
    FOR_INVESTIGATION,
    ITSELF,
    NO_BASIS,
    NO_CONSENT,
    NO_EXPIRY,
    NOBODY,
    NOT_NEEDED,
    TOO_LATE,
)
from app.referrals.psp.rules.raising import (
    NO_CRITERION,
    STEERING,
    WHY_NO_CONSENT,
    WHY_NOT_ENOUGH,
    WHY_NOT_INFORMED,
)
from app.small_numbers.rules import Safeguard
from resources.text import say
from tests.factories.psp import TODAY, case_details, fact_details

if TYPE_CHECKING:
    from app.referrals.psp.rules import FactDetails

DK, DE = (law_on(_bases(), country, TODAY) for country in ("DK", "DE"))
GROUNDS = Grounds(DK, GroupKind.PSP, has_consent=False, longest_days=365)
HOUSING = (Agency.POLICE, Agency.HOUSING)


@pytest.mark.parametrize(
    ("fact", "message", "law"),
    [
        (fact_details(recipients=()), NOBODY, "§ 115"),
        (fact_details(recipients=(Agency.MUNICIPALITY,)), ITSELF, ""),
        (fact_details(necessity=" "), NOT_NEEDED, "§ 115"),
        (fact_details(basis=""), NO_BASIS, "§ 115"),
        (fact_details(basis="rpl115_1"), NO_BASIS, "§ 115"),
        (fact_details(basis="sgbx69"), NO_BASIS, "§ 115"),
        (fact_details(basis="consent_dk"), NO_CONSENT, "§ 28"),
        (fact_details(not_for_investigation=False), FOR_INVESTIGATION, "§ 115, stk. 2"),
        (fact_details(expires_on=None), NO_EXPIRY, "art. 5"),
        (fact_details(expires_on=TODAY - timedelta(days=1)), EXPIRED, "art. 5"),
        (fact_details(expires_on=TODAY + timedelta(days=366)), TOO_LATE, "art. 5"),
        (fact_details(recipients=HOUSING), BARRED, "almenboligloven"),
    ],
)
def test_a_fact_without_its_ground_is_refused_with_the_rule_and_its_source(
    fact: FactDetails, message: str, law: str
) -> None:
    problems = check_fact(fact, GROUNDS, TODAY)

    assert [problem.message for problem in problems] == [message]
    assert law in say(problems[0])


def test_a_fact_with_all_its_grounds_is_kept() -> None:
    assert check_fact(fact_details(), GROUNDS, TODAY) == ()
    agreed = replace(GROUNDS, has_consent=True)
    assert check_fact(fact_details("consent_dk", recipients=HOUSING), agreed, TODAY) == ()
    german = Grounds(DE, GroupKind.PSP, has_consent=False, longest_days=365)
    assert check_fact(fact_details("sgbx69"), german, TODAY) == ()
    assert [one.message for one in check_fact(fact_details(), german, TODAY)] == [NO_BASIS]


def test_an_ssp_group_does_not_stand_on_the_paragraph_of_psp() -> None:
    ssp = replace(GROUNDS, kind=GroupKind.SSP)

    assert check_fact(fact_details("rpl115_1"), ssp, TODAY) == ()
    assert [one.message for one in check_fact(fact_details(), ssp, TODAY)] == [NO_BASIS]


def test_nobody_is_brought_up_without_saying_why() -> None:
    bare = case_details(
        uuid4(), criteria=(), own_means_insufficient="", informed=False,
        consent_sought=ConsentSought.NOT_ASKED, consent_reason="",
    )  # fmt: skip

    found = [problem.message for problem in check_case(bare, GroupKind.PSP, DK)]

    assert found == [NO_CRITERION, WHY_NOT_ENOUGH, WHY_NOT_INFORMED, WHY_NO_CONSENT]
    assert check_case(case_details(uuid4()), GroupKind.PSP, DK) == ()
    assert [one.message for one in check_case(bare, GroupKind.STEERING, DK)] == [STEERING]


def test_the_list_of_criteria_is_the_whole_one() -> None:
    assert len(Criterion) == 10


def test_no_extract_for_an_agency_that_was_not_at_the_table() -> None:
    here = (Agency.POLICE,)
    assert check_extract(Agency.POLICE, here, "running", "§ 1") == ()
    (problem,) = check_extract(Agency.PSYCHIATRY, here, "running", "retsplejeloven § 115")
    assert problem.message == NOT_AT_THE_TABLE
    assert "retsplejeloven § 115" in say(problem)
    assert check_extract(Agency.POLICE, here, "planned", "§ 1")


def test_a_law_holds_from_its_day_on() -> None:
    before = law_on(_bases(), "DK", date(2009, 3, 31))

    assert before.basis("rpl115_2", GroupKind.PSP) is None
    assert DK.basis("rpl115_2", GroupKind.PSP) is not None


def test_figures_hide_few_people_and_what_would_tell_them() -> None:
    safe = Safeguard(5, tells_zero=False)

    def told(cases: int, **counts: int) -> dict[str, int | None]:
        return {row.code: row.count for row in told_table(counts, cases, safe).rows}

    assert told(21, a=1, b=9, c=7, d=4) == {"a": None, "b": 9, "c": 7, "d": None}
    # The sum would tell the only small one: the next smallest goes with it.
    assert told(17, a=1, b=9, c=7) == {"a": None, "b": 9, "c": None}
    assert told_table({"a": 1, "b": 3}, 4, safe).is_left_out
    assert (told_total(4, safe), told_total(0, safe), told_total(15, safe)) == (None, None, 15)
    assert told_total(13, replace(safe, rounding=5)) == 15
    assert "5" in say(next(how_told(safe)))
