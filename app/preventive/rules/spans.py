"""A risk or an exemption of a person, as it is typed: what, since when, until when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.text_rules import NAME_LENGTH, check_text

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

NO_CODE = N_("Please choose one of the entries offered.")
NO_SINCE = N_("Please enter since when.")
ENDS_FIRST = N_("The last day lies before the first.")


@dataclass(frozen=True, slots=True)
class SpanDetails:
    """One risk or exemption."""

    code: str
    since: date | None
    until: date | None = None
    note: str = ""


def check_span_details(span: SpanDetails, codes: Collection[str]) -> tuple[Problem, ...]:
    """Answer what is wrong with a risk or an exemption, naming fields of `SpanDetails`."""
    problems = [*check_text(span.note, "note", longest=NAME_LENGTH)]
    if span.code not in codes:
        problems.insert(0, Problem(NO_CODE, "code"))
    if span.since is None:
        problems.append(Problem(NO_SINCE, "since"))
    elif span.until is not None and span.until < span.since:
        problems.append(Problem(ENDS_FIRST, "until"))
    return tuple(problems)
