"""The law, figures and words by which PSP groups work: dated files that the program carries."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any

from app.clients.queries import home_country
from app.referrals.psp.rules import Grounds, law_on
from app.referrals.psp.rules.words import ConsentSought, GroupKind
from db.psp_access import rules_on
from resources import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sqlalchemy import Connection

    from app.referrals.psp.rules import Law

_KIND_DAYS = {
    GroupKind.PSP: "psp_days",
    GroupKind.SSP: "ssp_days",
    GroupKind.STEERING: "steering_days",
}


def law_of(connection: Connection, today: date) -> Law:
    """Answer what holds today in the country of the office."""
    return law_on(_bases(), home_country(connection), today)


def grounds_of(connection: Connection, kind: str, consent: str, today: date) -> Grounds:
    """Answer what the facts of a case are held against today."""
    return Grounds(
        law_of(connection, today),
        kind,
        consent == ConsentSought.GIVEN,
        int(rules_on(today)["longest_fact_days"]),
    )


def usual_days(today: date) -> int:
    """Answer for how many days of use the form of a fact proposes."""
    return int(rules_on(today)["usual_fact_days"])


def least_cell(today: date) -> int:
    """Answer the smallest number that steering statistics show."""
    return int(rules_on(today)["least_cell"])


def days_between(kind: str, today: date) -> int:
    """Answer how many days lie between two meetings of a kind of group."""
    return int(rules_on(today)[_KIND_DAYS[GroupKind(kind)]])


def closed_months(today: date) -> int:
    """Answer after how many months a closed case is proposed for deletion."""
    return int(rules_on(today)["closed_case_months"])


def sentences() -> Iterator[str]:
    """Answer every title of a basis, for the catalogues."""
    yield from dict.fromkeys(entry["title"] for entry in _bases()["basis"])


@cache
def _bases() -> dict[str, Any]:
    return tomllib.loads(read_text("referrals", "psp_bases.toml"))
