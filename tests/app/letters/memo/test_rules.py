"""What a Digital Post message may hold, and how it is named."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from app.letters.memo.config import limits
from app.letters.memo.rules import (
    HandOver,
    MessageType,
    check_hand_over,
    end_of,
    in_denmark,
    message_uuid,
    stamp,
    two_letters,
)
from tests.app.letters.memo.structure import SECURE

TODAY = date(2026, 11, 23)
CVR = "12345678"
LETTER = UUID("0198a1b2-0000-7000-8000-000000000001")


def wrong(**choice: object) -> list[str]:
    """Answer the fields of a choice with which something is wrong."""
    chosen = HandOver(**({"cvr": CVR} | choice))  # type: ignore[arg-type]  # of the test
    return [problem.field for problem in check_hand_over(chosen, limits(), TODAY)]


@pytest.mark.parametrize("cvr", ["12345678", "DK 12 34 56 78", "12-34-56-78", " dk12345678 "])
def test_a_cvr_number_may_be_typed_as_it_is_printed(cvr: str) -> None:
    assert wrong(cvr=cvr) == []


@pytest.mark.parametrize("cvr", ["", "1234567", "123456789", "02345678", "١٢٣٤٥٦٧٨", "1234567x"])
def test_what_is_no_cvr_number_is_refused(cvr: str) -> None:
    assert wrong(cvr=cvr) == ["cvr"]


@pytest.mark.parametrize(
    ("choice", "fields"),
    [
        ({"notification": "x" * 150}, []),
        ({"notification": "x" * 151}, ["notification"]),
        ({"notification": "a\x00b"}, ["notification"]),
        ({"kind": MessageType.NEMSMS}, ["notification"]),
        ({"kind": MessageType.NEMSMS, "notification": "Husk dit besøg."}, []),
        ({"case_number": "x" * 257}, ["case_number"]),
        ({"not_before": date(2026, 11, 22)}, ["not_before"]),
        ({"not_before": TODAY}, []),
        ({"reply_by": date(2026, 12, 1)}, ["reply_by"]),
        ({"reply_by": date(2026, 12, 1), "may_reply": True}, []),
        ({"reply_by": TODAY, "not_before": date(2026, 11, 30), "may_reply": True}, ["reply_by"]),
        ({"page": f"{SECURE}example.org/svar?sag=1"}, []),
        ({"page": f"{SECURE}example.org"}, []),
        ({"page": "http:" + SECURE[6:] + "example.org"}, ["page"]),
        ({"page": f"{SECURE}example"}, ["page"]),
        ({"page": f"{SECURE}name@example.org"}, ["page"]),
        ({"page": "javascript:alert(1)"}, ["page"]),
        ({"page": f"{SECURE}example.org/a b"}, ["page"]),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    choice: dict[str, object], fields: list[str]
) -> None:
    assert wrong(**choice) == fields


def test_the_same_letter_is_the_same_message() -> None:
    first = message_uuid(LETTER, "DIGITALPOST", "")

    assert first == message_uuid(LETTER, "DIGITALPOST", "")
    assert first != message_uuid(LETTER, "NEMSMS", "")
    assert first.version == 4
    assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}.*", str(first))


def test_moments_are_those_of_denmark_in_winter_and_summer() -> None:
    winter, summer = datetime(2026, 11, 24, 14, 30), datetime(2026, 7, 1, 9, 0)  # noqa: DTZ001 - local

    assert stamp(in_denmark(winter)) == "2026-11-24T13:30:00Z"
    assert stamp(in_denmark(summer)) == "2026-07-01T07:00:00Z"
    assert stamp(end_of(date(2026, 12, 14))) == "2026-12-14T22:59:59Z"
    assert stamp(datetime(2026, 1, 1, tzinfo=UTC)) == "2026-01-01T00:00:00Z"


def test_languages_have_two_letters() -> None:
    assert [two_letters(tag) for tag in ("da", "kmr", "ckb", "de-AT")] == ["da", "ku", "ku", "de"]
