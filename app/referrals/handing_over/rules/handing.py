"""What is typed when a matter is handed over or answered, and what of it is allowed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import N_, Problem
from app.referrals.handing_over.rules.words import (
    FOLLOWING,
    NEED_REASON,
    Fact,
    HandingKind,
    HandingState,
)
from app.text_rules import check_text, is_blank

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from uuid import UUID

LONGEST = 4_000
"""Characters of what is asked for, or of an answer."""
SHORTEST_REQUEST = 15
"""Characters of why somebody must know a person, as break-glass asks for."""

NOT_OFFERED = N_("Please choose one of the entries offered.")
NO_COLLEAGUE = N_("Please choose the colleague who takes it up.")
NOT_A_COLLEAGUE = N_("{name} is not on the list of colleagues.")
TO_ONESELF = N_("Please choose a colleague: you have this already.")
NO_BODY = N_("Please choose the institution that gets it.")
DUE_BEFORE = N_("An answer cannot be due before today.")
NOT_NOW = N_("This cannot follow: it is {state} already.")
NO_REASON = N_("Please say why: whoever handed it over reads it.")
NOT_SENDER = N_("Only who handed it over takes it back. Reject it, or hand it back.")
NO_SENDER = N_("Please choose the institution that it came from.")
NOT_RECEIVED = N_("Other institutions refer or transfer; please choose one of both.")
IN_THE_FUTURE = N_("This day lies in the future.")
BEFORE_SENT = N_("It was handed over on {day} only.")
TOO_SHORT = N_("Say in a sentence why you must know: whoever decides reads it.")


@dataclass(frozen=True, slots=True)
class Handing:
    """The form by which a matter is handed over."""

    kind: str = HandingKind.REFER
    to_institution_id: UUID | None = None
    to_member: str = ""
    reason: str = ""
    """What is asked for, as the receiver reads it."""
    facts: tuple[str, ...] = ()
    """What the receiver may know; see `Fact`."""
    basis: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class HandingAnswer:
    """The form of what the receiver said, or of taking it back."""

    state: str = HandingState.ACCEPTED
    on: date | None = None
    answer: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """The form of a matter that another institution handed to the office."""

    kind: str = HandingKind.REFER
    from_institution_id: UUID | None = None
    on: date | None = None
    """When it came."""
    reason: str = ""
    """What is asked of the office."""
    told: str = ""
    """What the sender told about the person."""
    to_member: str = ""
    """The colleague who takes it up."""
    due_on: date | None = None
    """By when the sender expects an answer."""


def check_received(
    form: Received, today: date, *, colleagues: Collection[str]
) -> tuple[Problem, ...]:
    """Answer everything that is wrong with what is noted about a matter that came in."""
    if form.kind not in {HandingKind.REFER, HandingKind.TRANSFER}:
        return (Problem(NOT_RECEIVED, "kind"),)
    problems = [] if form.from_institution_id else [Problem(NO_SENDER, "from_institution_id")]
    if form.on is not None and form.on > today:
        problems.append(Problem(IN_THE_FUTURE, "on"))
    if form.on is not None and form.due_on is not None and form.due_on < form.on:
        problems.append(Problem(BEFORE_SENT, "due_on", {"day": f"{form.on:%d.%m.%Y}"}))
    name = form.to_member.strip()
    if name and colleagues and name not in colleagues:
        problems.append(Problem(NOT_A_COLLEAGUE, "to_member", {"name": name}))
    return (
        *problems,
        *check_text(form.reason, "reason", longest=LONGEST, required=True, lines=True),
        *check_text(form.told, "told", longest=LONGEST, lines=True),
    )


def check_handing(
    form: Handing, today: date, *, me: str, colleagues: Collection[str]
) -> tuple[Problem, ...]:
    """Answer everything that is wrong with a form, apart from its legal basis.

    In an office without a list of colleagues any name is allowed.
    """
    if form.kind not in set(HandingKind):
        return (Problem(NOT_OFFERED, "kind"),)
    is_late = form.due_on is not None and form.due_on < today
    return (
        *_check_receiver(form, me, colleagues),
        *check_text(form.reason, "reason", longest=LONGEST, required=True, lines=True),
        *(Problem(NOT_OFFERED, "facts") for fact in form.facts if fact not in set(Fact)),
        *((Problem(DUE_BEFORE, "due_on"),) if is_late else ()),
    )


def check_handing_answer(
    answer: HandingAnswer, state: str, sent_on: date, today: date
) -> tuple[Problem, ...]:
    """Answer everything that is wrong with an answer to a matter that stands at `state`."""
    if answer.state not in set(HandingState):
        return (Problem(NOT_OFFERED, "state"),)
    if answer.state not in FOLLOWING[HandingState(state)]:
        now = Problem(HandingState(state).label)
        return (Problem(NOT_NOW, "state", {"state": now}),)
    needs = answer.state in NEED_REASON and is_blank(answer.reason)
    return (
        *_check_day(answer.on, sent_on, today),
        *check_text(answer.answer, "answer", longest=LONGEST, lines=True),
        *(
            (Problem(NO_REASON, "reason"),)
            if needs
            else check_text(answer.reason, "reason", longest=LONGEST, lines=True)
        ),
    )


def check_request(reason: str) -> tuple[Problem, ...]:
    """Answer what is wrong with why somebody asks to open a card."""
    problems = check_text(reason, "reason", longest=LONGEST, required=True)
    if not problems and len(reason.strip()) < SHORTEST_REQUEST:
        return (Problem(TOO_SHORT, "reason"),)
    return problems


def _check_receiver(form: Handing, me: str, colleagues: Collection[str]) -> tuple[Problem, ...]:
    if HandingKind(form.kind).leaves:
        return (
            () if form.to_institution_id is not None else (Problem(NO_BODY, "to_institution_id"),)
        )
    name = form.to_member.strip()
    if not name:
        return (Problem(NO_COLLEAGUE, "to_member"),)
    if name == me:
        return (Problem(TO_ONESELF, "to_member"),)
    if colleagues and name not in colleagues:
        return (Problem(NOT_A_COLLEAGUE, "to_member", {"name": name}),)
    return ()


def _check_day(on: date | None, sent_on: date, today: date) -> tuple[Problem, ...]:
    if on is not None and on > today:
        return (Problem(IN_THE_FUTURE, "on"),)
    if on is not None and on < sent_on:
        return (Problem(BEFORE_SENT, "on", {"day": f"{sent_on:%d.%m.%Y}"}),)
    return ()
