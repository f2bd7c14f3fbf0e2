"""Dated rates: money for a kilometre, yearly allowances, and the size of a believable claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date


@dataclass(frozen=True, slots=True)
class KilometreRate:
    """Cents for a kilometre; beyond some of a year another rate can hold."""

    valid_from: date
    cents: int
    source: str
    valid_until: date | None = None
    beyond: int = 0
    """Tenths of a kilometre in a year after which `cents_beyond` holds; 0 is never."""
    cents_beyond: int = 0


@dataclass(frozen=True, slots=True)
class Allowance:
    """How much of a lump sum is free of tax in a year."""

    code: str
    title: str
    """English or a name of the law, translated where it is shown."""
    valid_from: date
    most: int
    """Cents in a calendar year."""
    source: str
    valid_until: date | None = None
    confirmed_until: date | None = None
    """After this day nobody has confirmed the limit; None holds as long as the entry."""
    excludes: str = ""
    """Code of an allowance that the same activity cannot have beside it."""
    note: str = ""
    """"unpaid_only" where only unpaid volunteers of associations may have it."""

    def is_confirmed(self, day: date) -> bool:
        """Answer whether the limit is known to hold on a day."""
        return self.confirmed_until is None or day <= self.confirmed_until


@dataclass(frozen=True, slots=True)
class Limit:
    """Beyond these a claim is taken to be a slip; and when the office is warned."""

    valid_from: date
    amount: int
    """Cents."""
    kilometres: int
    """Tenths."""
    minutes: int
    warn_percent: int
    """Part of a yearly allowance from which on the office is warned."""
    source: str
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class Tariff:
    """All that was and is paid in a country."""

    country: str
    currency: str
    kilometre: tuple[KilometreRate, ...]
    allowance: tuple[Allowance, ...]
    limit: tuple[Limit, ...]

    def rate_on(self, day: date) -> KilometreRate | None:
        """Answer the rate of a day; None where none is known."""
        return next(_valid(self.kilometre, day), None)

    def allowances_on(self, day: date) -> tuple[Allowance, ...]:
        """Answer the allowances of a day."""
        return tuple(_valid(self.allowance, day))

    def limit_on(self, day: date) -> Limit:
        """Answer the limits of a day; of a day before all, the first ones."""
        return next(_valid(self.limit, day), self.limit[0])


class _Dated(Protocol):
    @property
    def valid_from(self) -> date: ...

    @property
    def valid_until(self) -> date | None: ...


D = TypeVar("D", bound=_Dated)


def _valid(entries: Iterable[D], day: date) -> Iterator[D]:
    return (
        one
        for one in entries
        if one.valid_from <= day and (one.valid_until is None or day <= one.valid_until)
    )


def read_tariff(tables: Mapping[str, Any]) -> Tariff:
    """Answer the tariff of a file: `country`, `currency` and lists of dated entries."""
    return Tariff(
        tables["country"],
        tables["currency"],
        tuple(KilometreRate(**entry) for entry in tables["kilometre"]),
        tuple(Allowance(**entry) for entry in tables["allowance"]),
        tuple(Limit(**entry) for entry in tables["limit"]),
    )


def mileage(tenths: int, before: int, rate: KilometreRate) -> int:
    """Answer the cents for some tenths of a kilometre when `before` were paid in that year.

    Half a cent is rounded up. A way that goes beyond the threshold is paid at both rates.
    """
    high = tenths if not rate.beyond else max(0, min(tenths, rate.beyond - before))
    whole = high * rate.cents + (tenths - high) * rate.cents_beyond
    return (whole + 5) // 10


def first_rate(tenths_before: int, rate: KilometreRate) -> int:
    """Answer the cents of the first kilometre of a way when some were paid in that year."""
    is_beyond = bool(rate.beyond) and tenths_before >= rate.beyond
    return rate.cents_beyond if is_beyond else rate.cents
