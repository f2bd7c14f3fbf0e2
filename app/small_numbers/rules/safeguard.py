"""How an office treats small numbers: from which number on it tells, rounds, and with which sign.

Common practice differs: the German labour statistics withhold below 3 and round to 10, the
statistical office of Baden-Württemberg rounds each figure by itself to 5, Danish ministries
withhold below 5. The dated sources stand in `resources/mobile_advice/small_numbers.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.errors import N_, Problem

LEAST_CELLS = (3, 5, 10)
"""From which number on a figure may be told."""
ROUNDINGS = (0, 5, 10)
"""To a multiple of which number figures are rounded; 0 is not at all."""
SYMBOLS = (".", "–", "*")
"""What stands in the place of a figure that is withheld."""
NOT_OFFERED = N_("Please choose one of the entries offered.")


@dataclass(frozen=True, slots=True)
class Safeguard:
    """The choice of an office."""

    least: int = 3
    """Figures below this are withheld."""
    rounding: int = 0
    symbol: str = "."
    tells_zero: bool = True
    """Whether it is told that nobody came; else 0 is withheld like any small number."""

    def is_small(self, value: int) -> bool:
        """Answer whether a figure is withheld for itself."""
        return value < self.least and not (value == 0 and self.tells_zero)

    @property
    def lowest(self) -> int:
        """The lowest number that a withheld figure can be, as a reader knows."""
        return 1 if self.tells_zero else 0


def check_safeguard(safeguard: Safeguard) -> tuple[Problem, ...]:
    """Answer what is not offered, naming the attribute."""
    offered = (
        ("least", safeguard.least in LEAST_CELLS),
        ("rounding", safeguard.rounding in ROUNDINGS),
        ("symbol", safeguard.symbol in SYMBOLS),
    )
    return tuple(Problem(NOT_OFFERED, field) for field, is_offered in offered if not is_offered)


def rounded(value: int, safeguard: Safeguard) -> int:
    """Answer a figure as it is told: each by itself, also totals, half a step upwards."""
    step = safeguard.rounding
    return (value + step // 2) // step * step if step else value
