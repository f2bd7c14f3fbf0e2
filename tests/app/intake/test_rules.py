"""What may be typed about a request, what may be decided, and what is next."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest

from app.intake.rules import (
    END_REASONS,
    ENDS,
    REASON_LABELS,
    SERVICE_LABELS,
    SOURCE_LABELS,
    STAGE_LABELS,
    STEP_LABELS,
    EndReason,
    NextStep,
    RequestDetails,
    RequestSource,
    Service,
    Stage,
    check_decision,
    check_request,
    next_step,
    waiting_days,
)
from app.intake.rules.decision import (
    BEFORE_THE_REQUEST,
    IN_THE_FUTURE,
    NO_DAY,
    NO_IS_RESPECTED,
    NO_OWN_CONSENT,
    NO_REASON,
    NO_WAITING_REASON,
    NOT_OFFERED,
    SAY_MORE,
)
from app.intake.rules.requests import (
    NAME_MISSING,
    NO_CONSENT_DAY,
    NOBODY,
    NOT_HER_OWN,
)
from tests.factories.intake import ASKED, decision, request_details

TODAY = date(2026, 11, 23)
TOMORROW = TODAY + timedelta(days=1)


def problems(**fields: object) -> list[tuple[str, str]]:
    details = request_details(**({"person_id": uuid4()} | fields))  # type: ignore[arg-type]  # any field
    return [(problem.field, problem.message) for problem in check_request(details, TODAY)]


def test_all_words_are_there() -> None:
    assert set(SERVICE_LABELS) == set(Service)
    assert set(SOURCE_LABELS) == set(RequestSource)
    assert set(STAGE_LABELS) == set(Stage)
    assert set(REASON_LABELS) == set(EndReason)
    assert set(STEP_LABELS) == set(NextStep)
    assert set(END_REASONS) == set(ENDS)
    assert {reason for reasons in END_REASONS.values() for reason in reasons} == set(EndReason)


def test_a_request_needs_a_person_and_a_day() -> None:
    assert problems() == []
    assert problems(person_id=None) == [("person_id", NOBODY)]
    assert problems(is_new=True) == [("family_name", NAME_MISSING)]
    assert problems(is_new=True, family_name="Aydin") == []
    assert problems(requested_on=TOMORROW)[0][0] == "requested_on"


@pytest.mark.parametrize("field", ["service", "source"])
def test_what_is_not_offered_is_refused(field: str) -> None:
    assert [found for found, _message in problems(**{field: "x"})] == [field]


@pytest.mark.parametrize("own", [True, False])
def test_the_own_answer_of_the_person_has_a_day_and_a_way(own: bool) -> None:  # noqa: FBT001 - a parameter
    assert problems(own_consent=own, consent_on=None) == [("consent_on", NO_CONSENT_DAY)]
    assert problems(own_consent=own, consent_on=TOMORROW)[0][0] == "consent_on"
    assert problems(own_consent=own, consent_how="guardian") == [("consent_how", NOT_HER_OWN)]
    assert problems(own_consent=None, consent_on=None) == []


def test_hostile_text_is_refused_beside_its_field() -> None:
    assert [field for field, _message in problems(note="\0")] == ["note"]
    assert [field for field, _message in problems(source_note="x" * 201)] == ["source_note"]


def stands_against(stage: str, own: bool | None = True, **fields: object) -> list[tuple[str, str]]:  # noqa: FBT001,FBT002 - the value itself
    chosen = decision(stage, **fields)
    return [(p.field, p.message) for p in check_decision(chosen, ASKED, own, TODAY)]


def test_nobody_is_accepted_without_saying_yes_herself() -> None:
    assert stands_against("accepted") == []
    assert stands_against("accepted", own=None) == [("stage", NO_OWN_CONSENT)]
    assert stands_against("accepted", own=False) == [("stage", NO_IS_RESPECTED)]


def test_a_no_is_respected_and_counted_as_declined() -> None:
    waiting = {"waiting_reason": "A visitor"}
    assert stands_against("waiting", own=None, **waiting) == []
    assert stands_against("waiting", own=False, **waiting) == [("stage", NO_IS_RESPECTED)]
    assert stands_against("declined", own=False, reason="person_said_no") == []


def test_the_waiting_list_says_what_somebody_waits_for() -> None:
    assert stands_against("waiting") == [("waiting_reason", NO_WAITING_REASON)]


def test_each_end_has_a_reason_of_its_own() -> None:
    assert stands_against("declined") == [("reason", NO_REASON)]
    assert stands_against("unsuitable", reason="moved") == [("reason", NO_REASON)]
    assert stands_against("withdrawn", reason="moved") == []
    assert stands_against("withdrawn", reason="other") == [("note", SAY_MORE)]
    assert stands_against("withdrawn", reason="other", note="She found a friend.") == []


@pytest.mark.parametrize(
    ("day", "message"),
    [(None, NO_DAY), (TOMORROW, IN_THE_FUTURE), (ASKED - timedelta(days=1), BEFORE_THE_REQUEST)],
)
def test_a_decision_lies_between_the_request_and_today(day: date | None, message: str) -> None:
    assert stands_against("accepted", decided_on=day) == [("decided_on", message)]


def test_open_is_no_decision() -> None:
    assert stands_against("open") == [("stage", NOT_OFFERED)]


@pytest.mark.parametrize(
    ("stage", "own", "answered", "step"),
    [
        ("open", None, 0, NextStep.ASK_PERSON),
        ("open", True, 0, NextStep.FIRST_TALK),
        ("open", True, 3, NextStep.DECIDE),
        ("open", False, 3, NextStep.CLOSE),
        ("waiting", None, 3, NextStep.ASK_PERSON),
        ("waiting", True, 3, NextStep.FIND_SOMEBODY),
        ("accepted", True, 3, NextStep.NOTHING),
    ],
)
def test_the_next_step_follows_from_what_is_known(
    stage: str,
    own: bool | None,  # noqa: FBT001 - a parameter
    answered: int,
    step: NextStep,
) -> None:
    assert next_step(stage, own, answered) is step


def test_waiting_is_counted_in_days() -> None:
    assert waiting_days(TODAY, TODAY) == 0
    assert waiting_days(date(2026, 11, 1), TODAY) == 22
    assert waiting_days(TOMORROW, TODAY) == 0


def test_a_new_form_asks_nothing_of_anybody_yet() -> None:
    assert RequestDetails().own_consent is None
