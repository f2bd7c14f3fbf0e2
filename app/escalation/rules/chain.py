"""A chain of steps: what is done, in which order, whom each step calls and how long one waits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.errors import N_, Problem
from app.escalation.rules.words import Calls
from app.text_rules import check_text, is_blank

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

MOST_STEPS = 12
"""More steps nobody keeps in mind who stands before a closed door."""
LONGEST_TITLE, LONGEST_HINT, LONGEST_WAIT = 80, 300, 240
NO_STEPS = N_("A chain needs at least one step.")
TOO_MANY = N_("A chain has at most {most} steps.")
WRONG_WAIT = N_("Please enter how long one waits, from 0 to {most} minutes.")


@dataclass(frozen=True, slots=True)
class ChainStep:
    """One step of a chain; words are English, translated where they are shown, or the office's."""

    code: str
    title: str
    hint: str = ""
    calls: Calls = Calls.NOBODY
    wait_minutes: int = 0
    """How long one waits for an answer before the next step."""
    is_for_danger: bool = False
    """Whether it is taken only with a sign of danger."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The steps that follow one cause in one country, from a day on."""

    code: str
    title: str
    country: str
    follow_up_days: int
    """Days after which the person is spoken to again, on a working day."""
    valid_from: date
    source: str
    steps: tuple[ChainStep, ...]
    is_own: bool = False
    """Whether the office wrote its steps itself."""


def read_chains(file: Mapping[str, Any]) -> tuple[Chain, ...]:
    """Answer the chains of a file: `country` and a list `chain`, each with a list `step`."""
    return tuple(_read_chain(file["country"], **table) for table in file["chain"])


def _read_chain(country: str, step: Iterable[Mapping[str, Any]], **table: Any) -> Chain:  # noqa: ANN401 - as the file has it
    return Chain(country=country, steps=read_steps(step), **table)


def read_steps(tables: Iterable[Mapping[str, Any]]) -> tuple[ChainStep, ...]:
    """Answer the steps of a list; raises `ValueError` where one calls an unknown word."""
    return tuple(ChainStep(**{**one, "calls": Calls(one.get("calls", ""))}) for one in tables)


def chain_on(chains: Iterable[Chain], code: str, day: date) -> Chain:
    """Answer the chain of a cause as it holds on a day: the newest that has begun."""
    begun = [one for one in chains if one.code == code and one.valid_from <= day]
    return max(begun, key=_began)


def check_steps(steps: Sequence[ChainStep]) -> tuple[Problem, ...]:
    """Answer what is wrong with the steps of an office; empty lines are nobody's mistake.

    Fields are "steps.2.title" for the third line of the form.
    """
    said = [(place, step) for place, step in enumerate(steps) if is_said(step)]
    if not said:
        return (Problem(NO_STEPS, "steps"),)
    if len(said) > MOST_STEPS:
        return (Problem(TOO_MANY, "steps", {"most": MOST_STEPS}),)
    return tuple(problem for place, step in said for problem in _check_step(place, step))


def _check_step(place: int, step: ChainStep) -> tuple[Problem, ...]:
    at, wait = f"steps.{place}", step.wait_minutes
    wrong_wait = Problem(WRONG_WAIT, f"{at}.wait_minutes", {"most": LONGEST_WAIT})
    return (
        *check_text(step.title, f"{at}.title", longest=LONGEST_TITLE, required=True),
        *check_text(step.hint, f"{at}.hint", longest=LONGEST_HINT),
        *(() if 0 <= wait <= LONGEST_WAIT else (wrong_wait,)),
    )


def _began(chain: Chain) -> date:
    return chain.valid_from


def is_said(step: ChainStep) -> bool:
    """Answer whether a step says anything; empty lines of a form do not."""
    return not (is_blank(step.title) and is_blank(step.hint))
