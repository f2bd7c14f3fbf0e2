"""What a person said, what counts of it on a day, and what may be typed about it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from app.consent.rules import (
    FORM_LABELS,
    KIND_LABELS,
    KIND_NAMES,
    OWN_FORMS,
    PURPOSE_LABELS,
    STATE_LABELS,
    ConsentAnswer,
    ConsentForm,
    ConsentState,
    DataKind,
    PassingOn,
    Purpose,
    Said,
    Standing,
    answer_on,
    check_answer,
    check_consent,
    check_passing,
    check_withdrawal,
)
from app.consent.rules.details import (
    EXPIRES_BEFORE,
    IN_THE_FUTURE,
    NO_DAY,
    NO_RECIPIENT,
    NO_SCOPE,
    NOT_GIVEN,
    NOT_OFFERED,
    TWO_RECIPIENTS,
    WITHDRAWN_BEFORE,
)
from app.consent.rules.passing import NO_FIRST_DAY, NO_KIND, NO_PURPOSE, REASON_TOO_SHORT
from resources.text import say
from tests.factories.consent import consent_details, passing_on

if TYPE_CHECKING:
    from app.consent.rules import ConsentDetails

TODAY = date(2026, 11, 23)


def on(month: int, day: int) -> date:
    return date(2026, month, day)


def said(number: int, state: str, day: date, **more: date) -> Said:
    return Said(UUID(int=number), state, day, **more)  # type: ignore[arg-type]  # days only


def fields(details: ConsentDetails) -> list[tuple[str, str]]:
    return [(problem.field, problem.message) for problem in check_consent(details, TODAY)]


def test_all_words_are_there() -> None:
    assert set(PURPOSE_LABELS) == set(Purpose)
    assert set(STATE_LABELS) == set(ConsentState)
    assert set(FORM_LABELS) == set(ConsentForm)
    assert set(KIND_LABELS) == set(KIND_NAMES) == set(DataKind)


def test_nobody_else_speaks_for_a_person_who_decides_on_visits() -> None:
    assert ConsentForm.GUARDIAN not in OWN_FORMS
    assert ConsentForm.WITNESS in OWN_FORMS


def test_no_answer_is_no_consent() -> None:
    assert answer_on((), TODAY).standing is Standing.MISSING
    later = said(1, "given", on(12, 1))
    assert answer_on((later,), TODAY).standing is Standing.MISSING


def test_the_newest_answer_counts() -> None:
    answers = (said(1, "given", on(3, 1)), said(2, "refused", on(5, 1)))
    assert answer_on(answers, on(4, 1)).standing is Standing.GIVEN
    assert answer_on(answers, on(5, 1)).standing is Standing.REFUSED
    again = (*answers, said(3, "given", on(6, 1)))
    assert answer_on(again, TODAY) == ConsentAnswer(Standing.GIVEN, UUID(int=3), on(6, 1))


@pytest.mark.parametrize("numbers", [(1, 2), (2, 1)])
def test_on_one_day_a_no_outweighs_a_yes(numbers: tuple[int, int]) -> None:
    yes, no = numbers
    answers = (said(yes, "given", on(3, 1)), said(no, "refused", on(3, 1)))
    assert answer_on(answers, TODAY).standing is Standing.REFUSED


def test_a_consent_holds_on_its_last_day_and_not_after() -> None:
    answers = (said(1, "given", on(3, 1), expires_on=on(6, 30)),)
    assert answer_on(answers, on(6, 30)).holds
    ended = answer_on(answers, on(7, 1))
    assert (ended.standing, ended.since) == (Standing.EXPIRED, on(6, 30))


def test_a_withdrawn_consent_held_until_the_day_before() -> None:
    answers = (said(1, "withdrawn", on(3, 1), withdrawn_on=on(6, 1)),)
    assert answer_on(answers, on(5, 31)).holds
    assert answer_on(answers, on(6, 1)).standing is Standing.WITHDRAWN
    renewed = (*answers, said(2, "given", on(6, 2)))
    assert answer_on(renewed, TODAY).holds


def test_a_withdrawal_outweighs_an_older_yes_that_was_said_after_the_first() -> None:
    answers = (
        said(1, "withdrawn", on(3, 1), withdrawn_on=on(6, 1)),
        said(2, "given", on(4, 1)),
    )
    assert answer_on(answers, TODAY).standing is Standing.WITHDRAWN


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (ConsentAnswer(Standing.MISSING), "no answer is kept"),
        (ConsentAnswer(Standing.REFUSED, None, on(5, 1)), "refused on 01.05.2026"),
        (ConsentAnswer(Standing.WITHDRAWN, None, on(6, 1)), "Dr. {Weber} on 01.06.2026"),
        (ConsentAnswer(Standing.EXPIRED, None, on(6, 30)), "ended on 30.06.2026"),
    ],
)
def test_one_sentence_names_what_is_missing(answer: ConsentAnswer, words: str) -> None:
    (problem,) = check_answer(answer, "Erna Krüger", "Dr. {Weber}", "institution_id")
    assert words in say(problem)
    assert problem.field == "institution_id"
    assert check_answer(ConsentAnswer(Standing.GIVEN), "", "") == ()


def test_an_answer_needs_little() -> None:
    assert fields(consent_details()) == []
    assert fields(passing_on()) == []
    assert fields(passing_on(state="refused", scope="")) == []


@pytest.mark.parametrize(
    ("more", "field", "message"),
    [
        ({"purpose": "x"}, "purpose", NOT_OFFERED),
        ({"state": "withdrawn"}, "state", NOT_OFFERED),
        ({"how": "x"}, "how", NOT_OFFERED),
        ({"said_on": None}, "said_on", NO_DAY),
        ({"said_on": on(11, 24)}, "said_on", IN_THE_FUTURE),
        ({"expires_on": on(9, 30)}, "expires_on", EXPIRES_BEFORE),
    ],
)
def test_what_cannot_be_is_refused(more: dict[str, object], field: str, message: str) -> None:
    assert fields(consent_details(**more)) == [(field, message)]


def test_passing_on_names_one_recipient_and_what_may_go() -> None:
    assert fields(passing_on(" ")) == [("institution_id", NO_RECIPIENT)]
    assert fields(passing_on(institution_id=uuid4())) == [("recipient", TWO_RECIPIENTS)]
    assert fields(passing_on("", institution_id=uuid4())) == []
    assert fields(passing_on(scope=" ")) == [("scope", NO_SCOPE)]


def test_only_a_given_consent_is_withdrawn_and_not_before_it_was_given() -> None:
    def check(state: str, day: date) -> list[str]:
        return [p.message for p in check_withdrawal(state, on(3, 1), day, TODAY)]

    assert check("given", on(3, 1)) == []
    assert check("refused", on(3, 1)) == [NOT_GIVEN]
    assert check("given", on(2, 28)) == [WITHDRAWN_BEFORE]
    assert check("given", on(11, 24)) == [IN_THE_FUTURE]


@pytest.mark.parametrize(
    ("more", "field", "message"),
    [
        ({"recipient": ""}, "institution_id", NO_RECIPIENT),
        ({"institution_id": uuid4()}, "recipient", TWO_RECIPIENTS),
        ({"purpose": " "}, "purpose", NO_PURPOSE),
        ({"with_contact": False}, "with_contact", NO_KIND),
        ({"with_journal": True}, "journal_from", NO_FIRST_DAY),
        ({"with_journal": True, "journal_from": on(11, 24)}, "journal_from", IN_THE_FUTURE),
        ({"is_override": True, "override_reason": "x" * 14}, "override_reason", REASON_TOO_SHORT),
        ({"is_override": True, "override_reason": " " * 20}, "override_reason", REASON_TOO_SHORT),
    ],
)
def test_passing_on_asks_for_what_is_needed(
    more: dict[str, object], field: str, message: str
) -> None:
    known = {"recipient": "Dr. Weber", "purpose": "Home care"}
    form = PassingOn(**(known | more))  # type: ignore[arg-type]  # any field of the form
    assert [(p.field, p.message) for p in check_passing(form, TODAY)] == [(field, message)]


def test_an_override_needs_fifteen_characters() -> None:
    form = PassingOn(
        recipient="112", purpose="Fall", is_override=True, override_reason="Unconscious, ok"
    )
    assert check_passing(form, TODAY) == ()
