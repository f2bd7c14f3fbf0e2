"""Checklists are dated files: every service has one, and old answers stay readable."""

from __future__ import annotations

from datetime import date

import pytest

from app.intake.checklists import checklists, items_of, sentences
from app.intake.rules import Checklist, ItemKind, Service, check_answers, checklist_on
from app.intake.rules.checklist import NOT_A_DAY, NOT_ASKED, NOT_OFFERED, read_checklists
from app.text_rules import NOT_STORABLE

TODAY = date(2026, 11, 23)
TEXT = {"code": "a", "kind": "text", "label": "A"}


@pytest.mark.parametrize("service", Service)
def test_every_service_has_a_list_with_a_source(service: Service) -> None:
    for version in checklists(service):
        assert version.source
        assert version.items
        for item in version.items:
            assert item.label
            assert item.group
            assert bool(item.choices) == (item.kind is ItemKind.CHOICE)


def test_the_first_talk_of_the_visiting_service_asks_what_practice_asks() -> None:
    codes = {item.code for item in items_of("visiting", TODAY, "DE")}
    assert {
        "interests", "wishes", "no_gos", "times", "visitor", "smoking", "pets", "allergies",
        "mobility", "senses", "memory", "care_grade", "doctor", "alarm", "guardian", "risks",
    } <= codes  # fmt: skip


def test_care_grades_are_asked_in_germany_only() -> None:
    assert "care_grade" not in {item.code for item in items_of("visiting", TODAY, "DK")}


def test_the_newest_version_that_holds_is_asked() -> None:
    data = {
        "versions": [
            {"valid_from": date(2027, 1, 1), "source": "new", "items": [TEXT]},
            {"valid_from": date(2026, 1, 1), "source": "old", "items": [TEXT]},
        ]
    }
    versions = read_checklists("visiting", data)
    assert [version.source for version in versions] == ["old", "new"]
    for day, source in ((date(2025, 5, 1), "old"), (TODAY, "old"), (date(2027, 1, 1), "new")):
        assert checklist_on(versions, day).source == source


@pytest.mark.parametrize("items", [[TEXT, TEXT], [{"code": "c", "kind": "choice", "label": "C"}]])
def test_a_broken_list_is_not_read(items: list[dict[str, str]]) -> None:
    version = {"valid_from": TODAY, "source": "x", "items": items}
    with pytest.raises(ValueError, match="checklist of x"):
        read_checklists("x", {"versions": [version]})


def test_every_sentence_can_be_translated() -> None:
    found = set(sentences())
    assert {"Interests", "What is wished for", "In a wheelchair", "Care grade"} <= found
    assert "" not in found


def wrong(**answers: str) -> list[tuple[str, str]]:
    items = items_of("visiting", TODAY, "DE") + items_of("mobile_advice", TODAY, "DE")
    return [(p.field, p.message) for p in check_answers(items, answers)]


def test_every_item_may_stay_open() -> None:
    assert wrong(interests="", smoking="", care_grade="", deadline="") == []


def test_answers_fit_their_items() -> None:
    assert wrong(smoking="yes", care_grade="two", deadline="2026-12-01", pets="A cat\n🐈") == []
    assert wrong(smoking="maybe") == [("smoking", NOT_OFFERED)]
    assert wrong(care_grade="six") == [("care_grade", NOT_OFFERED)]
    assert wrong(deadline="31.2.") == [("deadline", NOT_A_DAY)]
    assert wrong(pets="\0") == [("pets", NOT_STORABLE)]
    assert wrong(hobby="x") == [("", NOT_ASKED)]


def test_a_list_knows_where_its_items_are_asked() -> None:
    (version,) = checklists(Service.VISITING)
    assert isinstance(version, Checklist)
    assert len(version.within("DE")) == len(version.within("DK")) + 1
