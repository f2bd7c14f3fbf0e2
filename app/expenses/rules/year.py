"""A volunteer's year: lump sums against allowances, and what that means for the card."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from app.errors import N_, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from app.expenses.rules.rates import Allowance

WITHIN = N_("{title} {year}: {used} of {most} are used.")
NEAR = N_("{title} {year}: {used} of {most} are used. {left} are left.")
ABOVE = N_(
    "{title} {year}: {used} are {more} above the yearly allowance of {most}. What is above it "
    "must be taxed."
)
UNCONFIRMED = N_(
    "{title}: the limit is the one of {until}. Please ask the tax office for the one of {year}."
)
BOTH = N_(
    "{title} and {other} are both used in {year}. One activity cannot have both; please check "
    "that they were paid for different ones."
)
UNPAID_ONLY = N_(
    "Lump sums are free of tax only for unpaid volunteers of an association, not for those of a "
    "municipality."
)
CARD_SAFE = N_(
    "Only actual cost is paid in {year}: nothing stands against the Ehrenamtskarte of {state}."
)
CARD_WITHIN = N_(
    "Lump sums of {used} are paid in {year}: the Ehrenamtskarte of {state} allows up to {most}."
)
CARD_LOST = N_(
    "Lump sums of {used} are paid in {year}: the Ehrenamtskarte of {state} is given only where no "
    "more than actual cost is paid. The volunteer may not get it."
)
CARD_ABOVE = N_(
    "Lump sums of {used} are paid in {year}: that is more than the {most} that the "
    "Ehrenamtskarte of {state} allows. The volunteer may not get it."
)
CARD_HOURS = N_("{hours} of the {needed} hours for the Ehrenamtskarte are done in {year}.")
CARD_HOURS_DONE = N_("The {needed} hours for the Ehrenamtskarte are done in {year}.")
NO_STATE = N_("Choose the federal state of the office to see what its Ehrenamtskarte asks for.")
ASK_TOWN = N_(
    "No conditions for an Ehrenamtskarte of {state} are known here. Please ask the town before a "
    "lump sum is paid."
)


class Tone(StrEnum):
    """How much a remark matters, as colours are named."""

    DONE = "done"
    PLAIN = "plain"
    ATTENTION = "attention"
    DANGER = "danger"


class Remark(NamedTuple):
    """One sentence about a year; `source` says where its figure is from."""

    problem: Problem
    tone: Tone
    source: str = ""


@dataclass(frozen=True, slots=True)
class CardRule:
    """What a state asks for before a volunteer gets its card."""

    state: str
    valid_from: date
    hours_year: int
    hours_week: int
    years: int
    source: str
    valid_until: date | None = None
    valid_years: int = 0
    """How long a card is valid; 0 where nothing is known."""
    lump_most: Mapping[str, int] = field(default_factory=dict)
    """Cents a year by allowance; an allowance that is not named may not be paid at all."""

    def holds_on(self, day: date) -> bool:
        """Answer whether the rule holds on a day."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


class YearSum(NamedTuple):
    """What a volunteer gave and got in a calendar year."""

    year: int
    minutes: int
    lumps: Mapping[str, int]
    """Cents of lump sums by allowance; what was rejected does not count."""


def read_cards(tables: Mapping[str, Any]) -> tuple[CardRule, ...]:
    """Answer the rules of a file with a list `card`."""
    return tuple(CardRule(**entry) for entry in tables["card"])


def allowance_remarks(
    done: YearSum, allowances: Iterable[Allowance], warn_percent: int, day: date
) -> tuple[Remark, ...]:
    """Answer how the lump sums of a year stand against the allowances of `day` in that year."""
    known = {one.code: one for one in allowances}
    return tuple(
        remark
        for code, used in sorted(done.lumps.items())
        if used and code in known
        for remark in _of_allowance(known[code], known, done, warn_percent, day)
    )


def _of_allowance(
    one: Allowance, known: Mapping[str, Allowance], done: YearSum, warn_percent: int, day: date
) -> Iterator[Remark]:
    used = done.lumps[one.code]
    values = {"title": Problem(one.title), "year": done.year, "used": Cents(used)}
    values |= {"most": Cents(one.most)}
    if used > one.most:
        values["more"] = Cents(used - one.most)
        yield Remark(Problem(ABOVE, values=values), Tone.DANGER, one.source)
    elif used * 100 >= one.most * warn_percent:
        values["left"] = Cents(one.most - used)
        yield Remark(Problem(NEAR, values=values), Tone.ATTENTION, one.source)
    else:
        yield Remark(Problem(WITHIN, values=values), Tone.PLAIN, one.source)
    if not one.is_confirmed(day) and one.confirmed_until is not None:
        until = one.confirmed_until.year
        values = {"title": Problem(one.title), "until": until, "year": day.year}
        yield Remark(Problem(UNCONFIRMED, values=values), Tone.ATTENTION, one.source)
    if one.note:
        yield Remark(Problem(UNPAID_ONLY), Tone.PLAIN, one.source)
    other = known.get(one.excludes)
    if other is not None and done.lumps.get(other.code) and one.code < other.code:
        values = {"title": Problem(one.title), "other": Problem(other.title), "year": done.year}
        yield Remark(Problem(BOTH, values=values), Tone.ATTENTION, one.source)


class Cents(int):
    """An amount in cents, shown with the currency of the office."""

    __slots__ = ()


def card_remarks(
    done: YearSum, rules: Iterable[CardRule], state: str, name: str, day: date
) -> tuple[Remark, ...]:
    """Answer what a year means for the card of a state; `name` is what people call the state."""
    if not state:
        return (Remark(Problem(NO_STATE), Tone.PLAIN),)
    rule = next((one for one in rules if one.state == state and one.holds_on(day)), None)
    if rule is None:
        return (Remark(Problem(ASK_TOWN, values={"state": name}), Tone.PLAIN),)
    return (_money(done, rule, name), _hours(done, rule))


def _money(done: YearSum, rule: CardRule, name: str) -> Remark:
    paid = {code: cents for code, cents in done.lumps.items() if cents}
    values: dict[str, object] = {"year": done.year, "state": name}
    if not paid:
        return Remark(Problem(CARD_SAFE, values=values), Tone.DONE, rule.source)
    code, used = max(paid.items(), key=lambda one: one[1] - rule.lump_most.get(one[0], 0))
    most = rule.lump_most.get(code, 0)
    values |= {"used": Cents(used), "most": Cents(most)}
    if not most:
        return Remark(Problem(CARD_LOST, values=values), Tone.DANGER, rule.source)
    if used > most:
        return Remark(Problem(CARD_ABOVE, values=values), Tone.DANGER, rule.source)
    return Remark(Problem(CARD_WITHIN, values=values), Tone.DONE, rule.source)


def _hours(done: YearSum, rule: CardRule) -> Remark:
    hours, needed = done.minutes // 60, rule.hours_year
    values = {"hours": hours, "needed": needed, "year": done.year}
    if hours >= needed:
        return Remark(Problem(CARD_HOURS_DONE, values=values), Tone.DONE, rule.source)
    return Remark(Problem(CARD_HOURS, values=values), Tone.PLAIN, rule.source)
