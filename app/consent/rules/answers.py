"""What holds on a day: of all that a person said to one purpose and recipient, the newest."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.consent.rules.words import ConsentState
from app.errors import N_, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from uuid import UUID


class Standing(StrEnum):
    """Whether a consent holds."""

    MISSING = "missing"
    """Nobody asked, or nothing is kept of the answer."""
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Said:
    """One answer as it is kept."""

    id: UUID
    state: str
    said_on: date
    expires_on: date | None = None
    withdrawn_on: date | None = None
    scope: str = ""


@dataclass(frozen=True, slots=True)
class ConsentAnswer:
    """Whether a consent holds on a day, and which answer says so."""

    standing: Standing
    consent_id: UUID | None = None
    since: date | None = None
    """Day of the answer, of the withdrawal, or the last day on which it held."""
    expires_on: date | None = None
    scope: str = ""

    @property
    def holds(self) -> bool:
        """Whether the person agrees on the day asked about."""
        return self.standing is Standing.GIVEN


_SENTENCES = {
    Standing.MISSING: N_("{name} has not agreed that data are passed on to {recipient}: no answer"
                         " is kept."),
    Standing.REFUSED: N_("{name} refused on {day} that data are passed on to {recipient}."),
    Standing.WITHDRAWN: N_("{name} withdrew the consent to pass data on to {recipient} on {day}."),
    Standing.EXPIRED: N_("The consent of {name} to pass data on to {recipient} ended on {day}."),
}  # fmt: skip


def answer_on(answers: Iterable[Said], day: date) -> ConsentAnswer:
    """Answer what holds on a day, out of all answers to one purpose and recipient.

    The newest answer counts. Of two on one day the stricter one counts: a no outweighs a yes.
    """
    known = [said for said in answers if said.said_on <= day]
    if not known:
        return ConsentAnswer(Standing.MISSING)
    newest = max(known, key=lambda said: _weight(said, day))
    standing = _standing(newest, day)
    since = {
        Standing.WITHDRAWN: newest.withdrawn_on,
        Standing.EXPIRED: newest.expires_on,
    }.get(standing, newest.said_on)
    return ConsentAnswer(standing, newest.id, since, newest.expires_on, newest.scope)


def check_answer(
    answer: ConsentAnswer, name: str, recipient: str, field: str = ""
) -> tuple[Problem, ...]:
    """Answer one sentence that names what is missing; nothing when the consent holds."""
    if answer.holds:
        return ()
    values = {
        "name": name,
        "recipient": recipient,
        "day": f"{answer.since:%d.%m.%Y}" if answer.since else "",
    }
    return (Problem(_SENTENCES[answer.standing], field, values),)


def _weight(said: Said, day: date) -> tuple[date, bool, str]:
    """Answer what makes an answer count before another one."""
    is_no = _standing(said, day) in {Standing.REFUSED, Standing.WITHDRAWN}
    spoken = said.withdrawn_on if _is_withdrawn(said, day) else None
    return spoken or said.said_on, is_no, said.id.hex


def _standing(said: Said, day: date) -> Standing:
    if said.state == ConsentState.REFUSED:
        return Standing.REFUSED
    if _is_withdrawn(said, day):
        return Standing.WITHDRAWN
    ended = said.expires_on is not None and said.expires_on < day
    return Standing.EXPIRED if ended else Standing.GIVEN


def _is_withdrawn(said: Said, day: date) -> bool:
    """Answer whether a consent was withdrawn by a day; before that day it still held."""
    if said.state != ConsentState.WITHDRAWN:
        return False
    return said.withdrawn_on is None or said.withdrawn_on <= day
