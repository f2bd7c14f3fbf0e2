"""What may stand in a task and in a handover."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from app.tasks.rules import (
    HandoverKind,
    HandoverWish,
    Repeat,
    TaskState,
    TaskValues,
    check_drop,
    check_handover,
    check_result,
    check_task,
)

TODAY = date(2026, 11, 23)
TASK = TaskValues("Call the pharmacy", "Anna Beispiel")
HANDOVER = HandoverWish("Anna Beispiel", "Karin Vogt", pieces=((HandoverKind.TASK, uuid4(), 1),))


def fields(**changed: object) -> list[str]:
    values = replace(TASK, **changed)  # type: ignore[arg-type]  # any field of the form
    return [problem.field for problem in check_task(values, today=TODAY)]


def test_a_title_and_somebody_who_does_it_are_enough() -> None:
    assert not fields()


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"title": " "}, ["title"]),
        ({"title": "x" * 201}, ["title"]),
        ({"title": "a\nb"}, ["title"]),
        ({"assignee": ""}, ["assignee"]),
        ({"assignee": "a\0"}, ["assignee"]),
        ({"note": "\ud800"}, ["note"]),
        ({"repeat": Repeat.WEEKLY}, ["due_on"]),
        ({"due_on": TODAY + timedelta(days=4000)}, ["due_on"]),
        ({"reviewer": "Karin Vogt"}, ["review_on"]),
        ({"review_on": TODAY}, ["reviewer"]),
        ({"reviewer": "Karin Vogt", "review_on": date(2126, 1, 1)}, ["review_on"]),
        ({"due_on": TODAY, "repeat": Repeat.YEARLY, "note": "\U0001f600 <b>%_\u202e"}, []),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    changed: dict[str, object], wrong: list[str]
) -> None:
    assert fields(**changed) == wrong


def test_a_task_is_dropped_with_a_reason_and_done_with_or_without_words() -> None:
    assert [problem.field for problem in check_drop("  ")] == ["result"]
    assert not check_drop("She moved away.")
    assert not check_result("")
    assert [problem.field for problem in check_result("x" * 20_001)] == ["result"]


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({}, []),
        ({"to_who": " Anna Beispiel "}, ["to_who"]),
        ({"from_who": ""}, ["from_who"]),
        ({"to_who": "\0"}, ["to_who"]),
        ({"pieces": ()}, [""]),
    ],
)
def test_work_goes_from_one_colleague_to_another(
    changed: dict[str, object], wrong: list[str]
) -> None:
    wish = replace(HANDOVER, **changed)  # type: ignore[arg-type]  # any field of the form
    assert [problem.field for problem in check_handover(wish)] == wrong


def test_every_state_kind_and_repeat_has_a_word() -> None:
    for word in (*TaskState, *HandoverKind, *Repeat):
        assert word.label
