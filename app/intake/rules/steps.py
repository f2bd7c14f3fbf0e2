"""What is to be done next with a request, and how long somebody waits."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.errors import N_
from app.intake.rules.words import Stage

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


class NextStep(StrEnum):
    """What a colleague does next."""

    ASK_PERSON = "ask_person"
    FIRST_TALK = "first_talk"
    DECIDE = "decide"
    CLOSE = "close"
    """The person said no: the request is closed as declined."""
    FIND_SOMEBODY = "find_somebody"
    NOTHING = "nothing"


STEP_LABELS: Mapping[NextStep, str] = MappingProxyType(
    {
        NextStep.ASK_PERSON: N_("Ask the person herself or himself"),
        NextStep.FIRST_TALK: N_("Have the first talk"),
        NextStep.DECIDE: N_("Decide"),
        NextStep.CLOSE: N_("Close: the person said no"),
        NextStep.FIND_SOMEBODY: N_("Find somebody"),
        NextStep.NOTHING: "",
    }
)
"""The words for each step, translated where they are shown."""


def next_step(stage: str, own_consent: bool | None, answered: int) -> NextStep:  # noqa: FBT001 - the value itself
    """Answer what is next: `answered` counts the items of the checklist that have an answer."""
    if stage not in {Stage.OPEN, Stage.WAITING}:
        return NextStep.NOTHING
    if own_consent is False:
        return NextStep.CLOSE
    if own_consent is None:
        return NextStep.ASK_PERSON
    if not answered:
        return NextStep.FIRST_TALK
    return NextStep.FIND_SOMEBODY if stage == Stage.WAITING else NextStep.DECIDE


def waiting_days(since: date, today: date) -> int:
    """Answer for how many days somebody waits; 0 on the first day."""
    return max(0, (today - since).days)
